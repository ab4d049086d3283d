import { z } from 'zod';
import { address, flag, oneOf, text, variable } from './variable.js';

/** Fewer say nothing, more are not made by any usual model. */
const LEAST_DIMENSIONS = 8;
const MOST_DIMENSIONS = 4096;

/** The variables that say which outside model turns texts into vectors; without an address none is asked. */
export const EMBEDDER_VARIABLES = {
  EMBEDDER_URL: variable(address('http', 'https'), {
    must: 'start with http:// or https:// and be an address',
    meaning:
      'address of a service with an OpenAI-compatible `/v1/embeddings`; without it no text leaves the platform. With it go there: title and text of published capabilities, what public needs ask for, and the words by which people look for suppliers, all without who says it, telephone numbers and mail addresses; needs `EMBEDDER_MODEL` and `EMBEDDER_DIMENSIONS`',
  }),
  EMBEDDER_KEY: variable(text().optional(), {
    must: 'be a key',
    meaning: 'key of that service, sent as `Authorization: Bearer`',
  }),
  EMBEDDER_MODEL: variable(
    text()
      .regex(/^\S{1,200}$/)
      .optional(),
    {
      must: 'be a name without blanks',
      meaning:
        'name of the model there; another one is computed beside the old and takes its place when it is complete',
    },
  ),
  EMBEDDER_VERSION: variable(
    text()
      .regex(/^\S{1,100}$/)
      .default('1'),
    {
      must: 'be a word without blanks',
      meaning:
        'raise it when the model behind the same name has changed, so that everything is computed anew',
    },
  ),
  EMBEDDER_DIMENSIONS: variable(
    z
      .string()
      .regex(/^\d{1,4}$/)
      .transform(Number)
      .refine((value) => value >= LEAST_DIMENSIONS && value <= MOST_DIMENSIONS)
      .optional(),
    {
      must: `be a whole number from ${LEAST_DIMENSIONS} to ${MOST_DIMENSIONS}`,
      meaning:
        'how many numbers a vector has: the service is asked for so many, or without it where it refuses to be asked; an answer with another number is refused',
    },
  ),
  EMBEDDER_PRIVATE_NEEDS: variable(flag(), {
    must: 'be 0, 1, true or false',
    meaning:
      '`1` (or `true`) sends what needs ask for that are drafts, by invitation, or for verified suppliers only; otherwise those never leave the platform and are matched without it',
  }),
} as const;

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
