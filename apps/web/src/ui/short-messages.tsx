import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { ShortMessageHolder } from './short-message-holder.js';

/** Short confirmations that disappear by themselves. */
interface ShortMessages {
  readonly success: (text: string) => void;
}

const MessagesContext = createContext<ShortMessages>({ success: () => undefined });

/** Provides short messages; the code that shows them is loaded with the first one. */
export function ShortMessagesProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<readonly string[]>([]);
  const [Holder, setHolder] = useState<typeof ShortMessageHolder | null>(null);
  const needed = said.length > 0;
  useEffect(() => {
    if (!needed) return;
    void import('./short-message-holder.js').then(
      (module) => setHolder(() => module.ShortMessageHolder),
      // The action has succeeded and the page shows its result; only the confirmation is missing.
      () => undefined,
    );
  }, [needed]);
  const messages = useMemo(
    () => ({ success: (text: string) => setSaid((present) => [...present, text]) }),
    [],
  );
  return (
    <MessagesContext.Provider value={messages}>
      {children}
      {Holder && <Holder said={said} />}
    </MessagesContext.Provider>
  );
}

export const useMessages = (): ShortMessages => useContext(MessagesContext);
