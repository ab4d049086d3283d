import { createRequire } from 'node:module';
import { defineConfig, type Plugin } from 'vite';

const require = createRequire(import.meta.url);
const STYLES = 'virtual:antd.css';

/**
 * Ant Design's styles as one file that is written while building: only of the components that the portal uses, so that
 * nothing writes styles while a page runs and the policy can forbid inline ones.
 */
function extractedStyles(): Plugin {
  return {
    name: 'antd-styles',
    resolveId: (id) => (id === STYLES ? `\0${STYLES}` : undefined),
    load: (id) => {
      if (id !== `\0${STYLES}`) return undefined;
      const { antdStyles } = require('./build/antd-styles.cjs') as { antdStyles: () => string };
      return antdStyles();
    },
  };
}

const STYLE_WRITER = /@rc-component\/util\/(es|lib)\/Dom\/dynamicCSS\.js$/;

/**
 * Takes out of the components' libraries what writes style elements into the page, which the policy forbids: they get an
 * element that stands nowhere, for they make notes on it.
 */
function noWrittenStyles(): Plugin {
  return {
    name: 'no-written-styles',
    enforce: 'pre',
    load: (id) =>
      STYLE_WRITER.test(id)
        ? ['injectCSS', 'removeCSS', 'updateCSS', 'clearContainerCache']
            .map((name) => `export const ${name} = () => document.createElement('style');`)
            .join('\n')
        : undefined,
  };
}

/** What every page needs comes as one file, for each costs the headers of its answer; pages share the rest as they need it. */
const ONE_FRAME = { codeSplitting: { groups: [{ name: 'frame', tags: ['$initial' as const] }] } };

/** `vite build` makes what browsers load; `vite build --ssr` makes what the API renders pages with. */
export default defineConfig(({ isSsrBuild }) => ({
  root: import.meta.dirname,
  plugins: [extractedStyles(), noWrittenStyles()],
  publicDir: isSsrBuild ? false : 'public',
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: isSsrBuild ? '../../dist/apps/web/server' : '../../dist/apps/web/client',
    assetsDir: 'static',
    emptyOutDir: true,
    target: ['chrome87', 'safari14', 'firefox90'],
    cssCodeSplit: true,
    modulePreload: { polyfill: false },
    manifest: !isSsrBuild,
    ssr: isSsrBuild ? 'src/entry-server.tsx' : undefined,
    rollupOptions: { output: isSsrBuild ? { entryFileNames: 'entry-server.js' } : ONE_FRAME },
  },
  ssr: { noExternal: true },
}));
