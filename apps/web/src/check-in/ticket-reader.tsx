import { Button, Form, Input } from 'antd';
import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { useTexts } from '../texts/locale.js';
import { Section } from '../ui/page.js';
import { pointsOf, readCode, readPhoto } from './read-code.js';

const LOOK_EVERY_MS = 250;
/** The same code held before the camera is not read again for a while. */
const SAME_AGAIN_MS = 5000;

interface CameraProps {
  readonly onText: (text: string) => void;
  readonly onFailed: () => void;
}

/** Looks through the camera for QR codes until it is taken away. */
function Camera({ onText, onFailed }: CameraProps) {
  const t = useTexts();
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef({ onText, onFailed });
  told.current = { onText, onFailed };
  useEffect(() => {
    const shown = video.current;
    let stream: MediaStream | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    let last = { text: '', at: 0 };
    const look = async () => {
      if (gone || !shown) return;
      const points = shown.videoWidth > 0 ? pointsOf(shown, shown.videoWidth, shown.videoHeight) : null;
      const text = points && (await readCode(points));
      const now = Date.now();
      if (text && (text !== last.text || now - last.at > SAME_AGAIN_MS)) {
        last = { text, at: now };
        told.current.onText(text);
      }
      timer = setTimeout(() => void look(), LOOK_EVERY_MS);
    };
    const start = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      if (gone || !shown) return stream.getTracks().forEach((track) => track.stop());
      shown.srcObject = stream;
      await shown.play();
      await look();
    };
    start().catch(() => told.current.onFailed());
    return () => {
      gone = true;
      clearTimeout(timer);
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, []);
  return <video ref={video} className="camera" muted playsInline aria-label={t('checkIn.camera')} />;
}

function TypedCode({ onTicket }: { onTicket: (token: string) => Promise<void> }) {
  const t = useTexts();
  const [form] = Form.useForm<{ code: string }>();
  const take = async ({ code }: { code: string }) => {
    await onTicket(code);
    form.resetFields();
  };
  return (
    <Form form={form} layout="vertical" onFinish={(values: { code: string }) => void take(values)}>
      <Form.Item
        name="code"
        label={t('checkIn.code')}
        extra={t('checkIn.codeHint')}
        rules={[{ required: true, message: t('form.required') }]}
      >
        <Input autoComplete="off" />
      </Form.Item>
      <Button htmlType="submit">{t('checkIn.takeCode')}</Button>
    </Form>
  );
}

function PhotoButton({ onPhoto }: { onPhoto: (photo: File) => void }) {
  const t = useTexts();
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (file) onPhoto(file);
    target.value = '';
  };
  return (
    <label className="file-button">
      {t('checkIn.photo')}
      <input type="file" accept="image/*" className="sr-only" onChange={take} />
    </label>
  );
}

/** Reads tickets: by camera, by a photo where the camera fails, or by the text below the code. */
export function TicketReader({ onTicket }: { onTicket: (token: string) => Promise<void> }) {
  const t = useTexts();
  const [looking, setLooking] = useState(false);
  const [notice, setNotice] = useState<'checkIn.noCamera' | 'checkIn.noCode' | null>(null);
  const cameras = typeof navigator !== 'undefined' && 'mediaDevices' in navigator;
  const photo = async (file: File) => {
    setNotice(null);
    const text = await readPhoto(file).catch(() => null);
    if (text) await onTicket(text);
    else setNotice('checkIn.noCode');
  };
  const failed = () => {
    setLooking(false);
    setNotice('checkIn.noCamera');
  };
  return (
    <Section title={t('checkIn.way.ticket')}>
      {looking && <Camera onText={(text) => void onTicket(text)} onFailed={failed} />}
      <p className="button-row">
        {cameras && (
          <Button type="primary" size="large" onClick={() => setLooking(!looking)}>
            {t(looking ? 'checkIn.stopCamera' : 'checkIn.startCamera')}
          </Button>
        )}
        <PhotoButton onPhoto={(file) => void photo(file)} />
      </p>
      {notice && (
        <p className="fault" role="alert">
          {t(notice)}
        </p>
      )}
      <TypedCode onTicket={onTicket} />
    </Section>
  );
}
