/** Writes apps/web/src/api/schema.generated.d.ts, the schema as the portal's types, from apps/api/schema.graphql. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { buildSchema, introspectionFromSchema } from 'graphql';

// From the door of gql.tada's command line, which is where its own `generate-output` takes it from.
const require = createRequire(import.meta.resolve('gql.tada'));
const { minifyIntrospection, outputIntrospectionFile } = require('@gql.tada/internal');

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const schema = buildSchema(readFileSync(path('apps/api/schema.graphql'), 'utf8'));
const introspection = minifyIntrospection(introspectionFromSchema(schema, { descriptions: false }));
const target = path('apps/web/src/api/schema.generated.d.ts');
const wanted = outputIntrospectionFile(introspection, { fileType: '.d.ts', shouldPreprocess: true });

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') === wanted) process.exit(0);
  console.error('The portal’s types differ from apps/api/schema.graphql: npm run schema');
  process.exit(1);
}
writeFileSync(target, wanted);
