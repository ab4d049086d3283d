import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const SOURCES = resolve('apps/web/src');
const { COMPONENTS } = createRequire(import.meta.url)(resolve('apps/web/build/antd-components.cjs')) as {
  COMPONENTS: readonly string[];
};

/** What is imported from Ant Design without a look of its own. */
const WITHOUT_STYLES = new Set(['ConfigProvider']);

/** The components of Ant Design that a source imports, types left out. */
function importedComponents(source: string): string[] {
  const imports = [...source.matchAll(/import\s+\{([^}]*)\}\s+from 'antd'/g)].flatMap(([, names]) =>
    (names ?? '').split(',').map((name) => name.trim().replace(/ as .*/, '')),
  );
  return imports.filter((name) => /^[A-Za-z]+$/.test(name) && !WITHOUT_STYLES.has(name));
}

describe("the portal's styles", () => {
  const used = new Map<string, string>();
  for (const path of readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(path)) continue;
    for (const name of importedComponents(readFileSync(join(SOURCES, path), 'utf8'))) used.set(name, path);
  }

  it('are extracted for every component of Ant Design that a page uses', () => {
    expect(used.size).toBeGreaterThan(15);
    expect([...used].filter(([name]) => !COMPONENTS.includes(name))).toEqual([]);
  });

  it('would be missed for one that is not listed', () => {
    expect(
      importedComponents("import { type FormInstance, Carousel, Form as AntForm } from 'antd';"),
    ).toEqual(['Carousel', 'Form']);
    expect(COMPONENTS).not.toContain('Carousel');
  });
});
