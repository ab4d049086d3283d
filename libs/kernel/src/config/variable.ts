import { z } from 'zod';

/** What is said of a variable of the environment. */
export interface VariableNote {
  /** Ends the sentence "PORT must …" that a wrong value is refused with. The value itself is never repeated. */
  readonly must: string;
  /** What it is for, in Markdown. */
  readonly meaning: string;
}

/** What was said of each declared variable. */
export const variableNotes = z.registry<VariableNote>();

/** Declares a variable: how it is read, and what is said of it. */
export function variable<Schema extends z.ZodType>(schema: Schema, note: VariableNote): Schema {
  variableNotes.add(schema, note);
  return schema;
}

/** Any text. */
export const text = () => z.string();

/** A TCP port; 0 has a meaning of its own. */
export const port = (otherwise: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((value) => value <= 65535)
    .default(otherwise);

/** A switch. */
export const flag = (otherwise = false) =>
  z
    .enum(['0', '1', 'true', 'false'])
    .optional()
    .transform((value) => (value === undefined ? otherwise : value === '1' || value === 'true'));

/** On, off, or left to the profile. */
export const flagOfProfile = () =>
  z
    .enum(['0', '1', 'true', 'false'])
    .optional()
    .transform((value) => (value === undefined ? undefined : value === '1' || value === 'true'));

/** How many of something, at least one. */
export const count = (otherwise: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .transform(Number)
    .default(otherwise);

/** Seconds, perhaps a part of one, up to so many. */
export const seconds = (otherwise: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,4}(\.\d{1,3})?$/)
    .transform(Number)
    .refine((value) => value <= most)
    .default(otherwise);

/** Several values with commas between them. */
export const list = () =>
  z
    .string()
    .default('')
    .transform((value) =>
      value
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    );

/** An address of one of some protocols. */
export const address = (...protocols: readonly string[]) =>
  z
    .string()
    .refine((value) => protocols.some((name) => value.startsWith(`${name}://`)) && URL.canParse(value))
    .optional();

/** One of some words. */
export const oneOf = <const Words extends readonly [string, ...string[]]>(...words: Words) => z.enum(words);

/** Something that only the right ones know. */
export const secret = () => z.string().regex(/^\S{16,}$/);
