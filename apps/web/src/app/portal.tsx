import 'dayjs/locale/zh-cn';
import { LoadingOutlined } from '@ant-design/icons';
import { type SSRData, ssrExchange } from '@urql/core';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import { lazy, type ReactNode, useMemo, useState } from 'react';
import { Provider } from 'urql';
import { type Connection, portalClient } from '../api/client.js';
import { LiveNotifications } from '../notifications/live-notifications.js';
import { ViewerProvider } from '../session/viewer.js';
import { type Locale, type Reading, ReadingProvider, useReading } from '../texts/locale.js';
import { SignInDialogContext } from '../ui/answer.js';
import { type HeadHolder, HeadProvider } from '../ui/page.js';
import { ShortMessagesProvider } from '../ui/short-messages.js';
import { theme } from './theme.json';

type Connect = (locale: Locale) => ReturnType<typeof portalClient>;

/** Creates GraphQL clients per language. The answers from the server are used only for the language it rendered in. */
export function connector(
  connection: Omit<Connection, 'locale' | 'handedOver'>,
  handedOver?: { readonly locale: Locale; readonly exchange: ReturnType<typeof ssrExchange> },
): Connect {
  return (locale) =>
    portalClient({
      ...connection,
      locale,
      handedOver: handedOver?.locale === locale ? handedOver.exchange : undefined,
    });
}

/** Styles are extracted at build time, so Ant Design writes none at run time. */
const THEME = { ...theme, hashed: false, cssVar: { key: 'lq' }, zeroRuntime: true };
/** The theme without animations, for readers who prefer reduced motion. */
const STILL_THEME = { ...THEME, token: { ...theme.token, motion: false } };

/** The loading icon is hidden from screen readers, so a busy button keeps its name. */
const BUTTON = { autoInsertSpace: false, loadingIcon: <LoadingOutlined aria-hidden /> };

/** Loaded only when a session has ended. */
const SignInDialog = lazy(async () => ({
  default: (await import('../pages/account/sign-in-page.js')).SignInDialog,
}));

const wantsStillness = (): boolean =>
  typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches;

function Speaking({ connect, children }: { connect: Connect; children: ReactNode }) {
  const { locale } = useReading();
  const client = useMemo(() => {
    dayjs.locale(locale === 'zh' ? 'zh-cn' : 'en');
    return connect(locale);
  }, [connect, locale]);
  const [still] = useState(wantsStillness);
  return (
    <ConfigProvider
      theme={still ? STILL_THEME : THEME}
      locale={locale === 'zh' ? zhCN : enUS}
      wave={{ disabled: true }}
      button={BUTTON}
      form={{ scrollToFirstError: { focus: true, block: 'center' } }}
    >
      <ShortMessagesProvider>
        <Provider value={client}>
          <ViewerProvider>
            <LiveNotifications>
              <SignInDialogContext.Provider value={SignInDialog}>
                <div className="portal">{children}</div>
              </SignInDialogContext.Provider>
            </LiveNotifications>
          </ViewerProvider>
        </Provider>
      </ShortMessagesProvider>
    </ConfigProvider>
  );
}

interface PortalProps {
  readonly reading: Reading;
  readonly connect: Connect;
  /** On the server only. */
  readonly head: HeadHolder | null;
  readonly children: ReactNode;
}

/** The providers around every page: language, theme, GraphQL client, signed-in person. */
export function Portal({ reading, connect, head, children }: PortalProps) {
  return (
    <HeadProvider holder={head}>
      <ReadingProvider initial={reading}>
        <Speaking connect={connect}>{children}</Speaking>
      </ReadingProvider>
    </HeadProvider>
  );
}

/** What the server sends to the browser with the page. */
export interface HandOver extends Reading {
  /** Answers that the page was rendered from; none when it was not rendered on the server. */
  readonly answers: SSRData | null;
  /** Whether messages are left in a folder of the server instead of being sent. */
  readonly outbox: boolean;
}

/** Id of the element that carries it. */
export const HAND_OVER_ID = 'hand-over';
