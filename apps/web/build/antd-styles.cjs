const { extractStyle } = require('@ant-design/static-style-extract');
const antd = require('antd');
const { createElement } = require('react');
const { COMPONENTS } = require('./antd-components.cjs');
const { theme } = require('../src/app/theme.json');

/** The styles of the used components under the portal's theme, with its values as CSS variables. */
exports.antdStyles = () => {
  const styles = extractStyle({
    includes: COMPONENTS,
    antdInstance: antd,
    customTheme: (node) =>
      createElement(antd.ConfigProvider, { theme: { ...theme, hashed: false, cssVar: { key: 'lq' } } }, node),
  });
  return styles.replace(/<style[^>]*>|<\/style>/g, '');
};
