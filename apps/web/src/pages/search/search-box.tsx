import { Button } from 'antd';
import type { FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { useTexts } from '../../texts/locale.js';

interface SearchBoxProps {
  readonly text: string;
  /** Where the search stands now; what is left out is as at first. */
  readonly index?: string;
}

/** The search box; a form of its own address, so that it works before any script does. */
export function SearchBox({ text, index }: SearchBoxProps) {
  const t = useTexts();
  const navigate = useNavigate();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const q = String(new FormData(event.currentTarget).get('q') ?? '').trim();
    const address = new URLSearchParams({ ...(index ? { in: index } : {}), ...(q ? { q } : {}) });
    void navigate(`/search?${address.toString()}`);
  };
  return (
    <form className="search-box" role="search" method="get" action="/search" onSubmit={submit}>
      {index && <input type="hidden" name="in" value={index} />}
      <input
        key={text}
        type="search"
        name="q"
        defaultValue={text}
        maxLength={200}
        aria-label={t('search.label')}
        placeholder={t('search.hint')}
      />
      <Button type="primary" htmlType="submit">
        {t('search.submit')}
      </Button>
    </form>
  );
}
