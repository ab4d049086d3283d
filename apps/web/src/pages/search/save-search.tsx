import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import type { Watched } from './saved-search.operations.js';
import { useViewer } from '../../session/viewer.js';
import { useTexts } from '../../texts/locale.js';

/** Loaded when it is wanted: most readers of a list never save it. */
const SaveSearchForm = lazy(async () => ({
  default: (await import('./save-search-form.js')).SaveSearchForm,
}));

interface SaveSearchProps {
  readonly watched: Watched;
  /** What it is called unless its owner says otherwise. */
  readonly name: string;
  /** What the button says. */
  readonly text: string;
}

/** Saves the current search with alerts for new results; asks guests to sign in first. */
export function SaveSearch({ watched, name, text }: SaveSearchProps) {
  const t = useTexts();
  const { person } = useViewer();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const [step, setStep] = useState<'closed' | 'open' | 'saved'>('closed');
  const open = () => {
    if (person) setStep('open');
    else void navigate(`/sign-in?to=${encodeURIComponent(pathname + search)}`);
  };
  if (step === 'saved') {
    return (
      <p className="save-search" role="status">
        {t('saved.done')} <Link to="/desk/saved">{t('saved.toList')}</Link>
      </p>
    );
  }
  return (
    <div className="save-search">
      <Button aria-expanded={step === 'open'} onClick={() => (step === 'open' ? setStep('closed') : open())}>
        {text}
      </Button>
      {step === 'open' && (
        <Suspense fallback={null}>
          <SaveSearchForm watched={watched} name={name} onSaved={() => setStep('saved')} />
        </Suspense>
      )}
    </div>
  );
}
