import { Modal } from 'antd';
import { SignInForm } from '../pages/account/sign-in-page.js';
import { useTexts } from '../texts/locale.js';
import type { SignInDialogProps } from '../ui/problem-notice.js';

/** Signs in over the page, which stays as it is with all that was typed into it. */
export function SignInDialog({ onSignedIn, onClose }: SignInDialogProps) {
  const t = useTexts();
  return (
    <Modal open title={t('account.title')} footer={null} destroyOnHidden onCancel={onClose}>
      <SignInForm onSignedIn={onSignedIn} />
    </Modal>
  );
}
