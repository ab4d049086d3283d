import { useRef } from 'react';

/** A thing as it is stored. */
interface Stored {
  readonly id: string;
  readonly version: number;
}

interface Ways<Content> {
  /** Adds the thing, once per `clientMutationId`; null when it was refused. */
  readonly create: (content: Content, clientMutationId: string) => Promise<Stored | null>;
  /** Updates the stored thing; null when refused. */
  readonly update: (content: Content, stored: Stored) => Promise<Stored | null>;
}

/**
 * Adds a thing once per opened form, however often the form is sent: when an answer was lost, or what follows was refused
 * (publishing), the form has been changed since, and sending it again changes the thing that is there.
 */
export class CreateOnce<Content> {
  private readonly clientMutationId = crypto.randomUUID();
  private stored: Stored | null = null;
  private tried = false;

  /** Stores the content; returns the stored thing, or null when refused. */
  async store(content: Content, { create, update }: Ways<Content>): Promise<Stored | null> {
    const again = this.tried;
    this.tried = true;
    this.stored ??= await create(content, this.clientMutationId);
    if (this.stored && again) {
      const updated = await update(content, this.stored);
      if (updated) this.stored = updated;
      return updated;
    }
    return this.stored;
  }
}

/** Stores the content of a form that adds one thing; see `CreateOnce`. */
export function useCreateOnce<Content>(ways: Ways<Content>): (content: Content) => Promise<Stored | null> {
  const once = useRef<CreateOnce<Content> | null>(null);
  return (content) => (once.current ??= new CreateOnce<Content>()).store(content, ways);
}
