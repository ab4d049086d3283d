import type { Locale, TextParams } from '@app/kernel';
import type { Identifier } from './identifier.js';

/** A message to a person, as template and parameters; the template's sentences stand in a text catalogue. */
export interface OutgoingMessage {
  /** Where it goes: the kind of identifier decides between SMS and e-mail. */
  readonly to: Identifier;
  /** Code of the template: its sentences are `<template>_SUBJECT` and `<template>_BODY`. */
  readonly template: string;
  readonly params: TextParams;
  /** The receiver's language. */
  readonly locale: Locale;
  /** When the message has lost its point and is dropped instead of sent late. */
  readonly uselessAfter: Date;
}

/**
 * Port: orders a message in the running transaction. It leaves after the commit, never after a rollback, and survives
 * a crash in between. The notifications library provides it.
 */
export abstract class MessageSender {
  abstract send(message: OutgoingMessage): Promise<void>;
}

/** Port: what an organization is called, for messages about it. The organizations library provides it. */
export abstract class OrganizationNames {
  /** The name in a language, or null when there is no such organization. */
  abstract nameOf(organizationId: string, locale: Locale): Promise<string | null>;
}
