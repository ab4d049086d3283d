import { address, oneOf, text, variable } from './variable.js';

const key = () => text().optional();

/** The variables that say which search engine is used, and how a search server is reached. */
export const SEARCH_VARIABLES = {
  MEILI_URL: variable(address('http', 'https'), {
    must: 'start with http:// or https:// and be an address',
    meaning: 'address of a Meilisearch server of your own; without it the embedded search engine is used',
  }),
  MEILI_MASTER_KEY: variable(key(), {
    must: 'be a key',
    meaning:
      'master key of that server: makes and works out the three keys below, and is used for nothing else; `npm start` keeps it from API and worker',
  }),
  MEILI_SEARCH_KEY: variable(key(), {
    must: 'be a key',
    meaning: 'key that may only search; all that the API needs',
  }),
  MEILI_INDEX_KEY: variable(key(), {
    must: 'be a key',
    meaning: 'key that may read, write and remove documents; for the worker and the command line',
  }),
  MEILI_ADMIN_KEY: variable(key(), {
    must: 'be a key',
    meaning: 'key that may make, settle, swap and drop indexes; for the worker and the command line',
  }),
  MEILI_KEY: variable(key(), {
    must: 'be a key',
    meaning: 'one key in place of those of the three that are not given',
  }),
  MEILI_PREFIX: variable(
    text()
      .regex(/^[A-Za-z0-9_-]{1,100}$/)
      .optional(),
    {
      must: 'be up to 100 letters, digits, - and _',
      meaning:
        'beginning of the names of our indexes, so that several installations can share a server; without it `lianqiao_`',
    },
  ),
  SEARCH_ENGINE: variable(oneOf('embedded', 'meilisearch').optional(), {
    must: 'be embedded or meilisearch',
    meaning:
      'the search engine; without it Meilisearch where `MEILI_URL` is set, and the embedded one otherwise',
  }),
} as const;
