import { Button } from 'antd';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useTexts } from '../../texts/locale.js';

const EXAMPLES = ['home.example1', 'home.example2', 'home.example3'] as const;

interface NeedBoxProps {
  readonly words: string;
  readonly onAsk: (words: string) => void;
}

function Examples({ onAsk }: { onAsk: (words: string) => void }) {
  const t = useTexts();
  return (
    <ul className="examples" aria-label={t('home.examples')}>
      {EXAMPLES.map((key) => (
        <li key={key}>
          <button type="button" className="example" onClick={() => onAsk(t(key))}>
            {t(key)}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Where a need is put into plain words. A form of its own address, so that it works before any script does. */
export function NeedBox({ words, onAsk }: NeedBoxProps) {
  const t = useTexts();
  const [missing, setMissing] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    const text = box.current?.value.trim() ?? '';
    setMissing(text === '');
    if (text) onAsk(text);
    else box.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
  };
  return (
    <form className="need-box" method="get" action="/" onSubmit={submit}>
      <label htmlFor="need-words">{t('home.label')}</label>
      <textarea
        ref={box}
        id="need-words"
        name="q"
        rows={3}
        maxLength={2000}
        defaultValue={words}
        placeholder={t('home.placeholder')}
        aria-invalid={missing}
        aria-describedby="need-hint"
        onKeyDown={onKeyDown}
      />
      <p id="need-hint" className={missing ? 'fault' : 'quiet'} role={missing ? 'alert' : undefined}>
        {missing ? t('home.empty') : t('home.hint')}
      </p>
      <Button type="primary" size="large" htmlType="submit">
        {t('home.submit')}
      </Button>
      {!words && <Examples onAsk={onAsk} />}
    </form>
  );
}
