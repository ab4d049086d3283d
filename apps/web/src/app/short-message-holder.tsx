import { message } from 'antd';
import { useEffect, useRef } from 'react';
import type { MessageHolder } from './short-messages.js';

/** Messages as Ant Design shows them. */
export const ShortMessageHolder: MessageHolder = ({ said }) => {
  const [api, holder] = message.useMessage();
  const shown = useRef(0);
  useEffect(() => {
    for (const text of said.slice(shown.current)) void api.success(text);
    shown.current = said.length;
  }, [api, said]);
  return holder;
};
