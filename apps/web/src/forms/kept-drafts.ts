import dayjs from 'dayjs';

/** Where drafts are kept; `localStorage` in a browser. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** What somebody typed into a form and has not sent. */
interface KeptDraft {
  /** The form: its page, and the thing that it changes. */
  readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** When it was last written, in milliseconds. */
  readonly at: number;
}

const PREFIX = 'lianqiao.draft.';
/** Whose drafts those of a reader are that has not signed in. */
const GUEST = 'guest';
const MAX_AGE_MS = 14 * 24 * 60 * 60 * 1000;
const MAX_DRAFTS = 20;

const keyOf = (personId: string | null, name: string): string => `${PREFIX}${personId ?? GUEST}.${name}`;

/** Dates of forms survive being stored. */
function plain(value: unknown): unknown {
  if (dayjs.isDayjs(value)) return { $day: value.toISOString() };
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)]));
}

function revived(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revived);
  if (value === null || typeof value !== 'object') return value;
  if ('$day' in value) return dayjs(String(value.$day));
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, revived(entry)]));
}

function parsed(text: string | null): KeptDraft | null {
  try {
    const { name, values, at } = JSON.parse(text ?? 'null') as KeptDraft;
    return { name, at, values: revived(values) as KeptDraft['values'] };
  } catch {
    return null;
  }
}

/**
 * The drafts of one browser. Each belongs to the person who typed it; a guest's draft belongs to the person who signs in
 * next, since a guest types in order to sign in. A browser without storage silently keeps no drafts.
 */
export class KeptDrafts {
  constructor(
    private readonly storage: DraftStorage | null,
    private readonly now: () => number = Date.now,
  ) {}

  /** The draft of a form, the person's own before a guest's. */
  find(personId: string | null, name: string): KeptDraft | null {
    return this.list(personId).find((draft) => draft.name === name) ?? null;
  }

  /** The drafts that a person can continue, latest first; deletes expired ones. */
  list(personId: string | null): KeptDraft[] {
    const owners = personId ? [personId, GUEST] : [GUEST];
    const found = new Map<string, KeptDraft>();
    for (const owner of owners) {
      for (const key of this.keys(`${PREFIX}${owner}.`)) {
        const draft = parsed(this.storage?.getItem(key) ?? null);
        if (!draft || this.now() - draft.at > MAX_AGE_MS) this.storage?.removeItem(key);
        else if (!found.has(draft.name)) found.set(draft.name, draft);
      }
    }
    return [...found.values()].sort((one, other) => other.at - one.at);
  }

  /** Stores the current values of a form. */
  keep(personId: string | null, name: string, values: object): void {
    try {
      this.storage?.setItem(
        keyOf(personId, name),
        JSON.stringify({ name, at: this.now(), values: plain(values) }),
      );
    } catch {
      return;
    }
    for (const old of this.list(personId).slice(MAX_DRAFTS)) this.forget(personId, old.name);
  }

  /** Forgets the draft of a form: it was sent, or is not wanted any more. */
  forget(personId: string | null, name: string): void {
    for (const owner of new Set([personId, null])) this.storage?.removeItem(keyOf(owner, name));
  }

  /** Leaves nothing of a person behind in the browser. */
  forgetAll(personId: string): void {
    for (const key of this.keys(`${PREFIX}${personId}.`)) this.storage?.removeItem(key);
  }

  private keys(prefix: string): string[] {
    const { storage } = this;
    if (!storage) return [];
    return Array.from({ length: storage.length }, (_, i) => storage.key(i)).filter(
      (key): key is string => key?.startsWith(prefix) ?? false,
    );
  }
}

function storageOfBrowser(): DraftStorage | null {
  try {
    return typeof window === 'undefined' ? null : window.localStorage;
  } catch {
    return null;
  }
}

/** The drafts of this browser. */
export const keptDrafts = new KeptDrafts(storageOfBrowser());
