import { Button } from 'antd';
import { type FormEvent, type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../../api/graphql.js';
import { languageOf, useTexts } from '../../texts/locale.js';

const SUGGESTIONS = graphql(`
  query SearchSuggestions($typed: String!, $first: Int!) {
    searchSuggestions(typed: $typed, first: $first) {
      kind
      text
      organizationId
    }
  }
`);

type Suggestion = ResultOf<typeof SUGGESTIONS>['searchSuggestions'][number];

const MOST = 8;
/** How long a person pauses before anything is asked. */
const PAUSE_MS = 150;

/** What the words typed so far may become. */
function useSuggestions(typed: string): readonly Suggestion[] {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const [{ data }] = useQuery({
    query: SUGGESTIONS,
    variables: { typed: settled, first: MOST },
    pause: settled === '',
  });
  return (typed.trim() && settled && data?.searchSuggestions) || [];
}

interface SearchBoxProps {
  readonly text: string;
  /** The current search; values that are left out are the defaults. */
  readonly index?: string;
}

function addressOf(index: string | undefined, words: string): string {
  const address = new URLSearchParams({ ...(index ? { in: index } : {}), ...(words ? { q: words } : {}) });
  return `/search?${address.toString()}`;
}

/** The words in the box, what they may become, and which of that is pointed at; none while the box is left alone. */
function useTyping(text: string, choose: (suggestion: Suggestion) => void) {
  const [typed, setTyped] = useState(text);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const found = useSuggestions(open ? typed : '');
  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const type = (words: string) => {
    setTyped(words);
    setOpen(true);
    setActive(-1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = found[active];
    if (event.key === 'Escape') close();
    else if (event.key === 'ArrowDown' && found.length > 0) setActive((active + 1) % found.length);
    else if (event.key === 'ArrowUp' && found.length > 0)
      setActive(active <= 0 ? found.length - 1 : active - 1);
    else if (event.key === 'Enter' && chosen && !event.nativeEvent.isComposing) choose(chosen);
    else return;
    event.preventDefault();
  };
  return { typed, found, active, close, type, onKeyDown };
}

interface OptionsProps {
  readonly id: string;
  readonly found: readonly Suggestion[];
  readonly active: number;
  readonly onChoose: (suggestion: Suggestion) => void;
}

function Options({ id, found, active, onChoose }: OptionsProps) {
  const t = useTexts();
  return (
    <ul id={id} className="suggestions" role="listbox" aria-label={t('search.suggestions')}>
      {found.map((suggestion, i) => (
        <li
          key={`${suggestion.kind}-${suggestion.text}`}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === active}
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(suggestion);
          }}
        >
          <span lang={languageOf(suggestion.text)}>{suggestion.text}</span>
          <span className="quiet">{t(`suggestion.${suggestion.kind}`)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The search box with its help while typing; a form of its own address, so that it works before any script does. */
export function SearchBox({ text, index }: SearchBoxProps) {
  const t = useTexts();
  const [id, navigate] = [useId(), useNavigate()];
  const choose = ({ organizationId, text: words }: Suggestion) => {
    typing.close();
    void navigate(organizationId ? `/organizations/${organizationId}` : addressOf(index, words));
  };
  const typing = useTyping(text, choose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    typing.close();
    void navigate(addressOf(index, typing.typed.trim()));
  };
  const { found, active, typed } = typing;
  const open = found.length > 0;
  return (
    <form className="search-box" role="search" method="get" action="/search" onSubmit={submit}>
      {index && <input type="hidden" name="in" value={index} />}
      <input
        type="search"
        name="q"
        value={typed}
        maxLength={200}
        autoComplete="off"
        role="combobox"
        aria-label={t('search.label')}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        placeholder={t('search.hint')}
        onChange={({ target }) => typing.type(target.value)}
        onKeyDown={typing.onKeyDown}
        onBlur={typing.close}
      />
      {open && <Options id={id} found={found} active={active} onChoose={choose} />}
      <SubmitButton />
    </form>
  );
}

function SubmitButton() {
  return (
    <Button type="primary" htmlType="submit">
      {useTexts()('search.submit')}
    </Button>
  );
}
