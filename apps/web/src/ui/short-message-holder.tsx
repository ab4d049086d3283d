import { message } from 'antd';
import { useEffect, useRef } from 'react';

interface ShortMessageHolderProps {
  /** All messages so far, oldest first; each is shown once. */
  readonly said: readonly string[];
}

/** Shows short messages with Ant Design. It is a file of its own because it is loaded with the first message. */
export function ShortMessageHolder({ said }: ShortMessageHolderProps) {
  const [api, holder] = message.useMessage();
  const shown = useRef(0);
  useEffect(() => {
    for (const text of said.slice(shown.current)) void api.success(text);
    shown.current = said.length;
  }, [api, said]);
  return holder;
}
