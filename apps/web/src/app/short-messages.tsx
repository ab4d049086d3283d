import {
  type ComponentType,
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';

/** What a person is told in passing: that something was done. */
export interface ShortMessages {
  readonly success: (text: string) => void;
}

/** Shows messages one after the other, each once. */
export type MessageHolder = ComponentType<{ readonly said: readonly string[] }>;

const MessagesContext = createContext<ShortMessages>({ success: () => undefined });

/** What shows messages is loaded with the first of them: whoever only reads never needs it. */
export function ShortMessagesProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<readonly string[]>([]);
  const [Holder, setHolder] = useState<MessageHolder | null>(null);
  const needed = said.length > 0;
  useEffect(() => {
    if (!needed) return;
    void import('./short-message-holder.js').then(
      ({ ShortMessageHolder }) => setHolder(() => ShortMessageHolder),
      // What was done is done, and the page shows it, also when nobody can be told in passing.
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
