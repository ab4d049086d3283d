import { DatePicker, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import {
  createContext,
  type FocusEvent,
  forwardRef,
  type InputHTMLAttributes,
  type KeyboardEvent,
  useContext,
  useMemo,
  useState,
} from 'react';
import { useTexts } from '../texts/locale.js';
import { readDay, readTime } from './typed-time.js';

interface TypedText {
  readonly text: string;
  readonly onType: (text: string) => void;
}

const TypedTextContext = createContext<TypedText>({ text: '', onType: () => undefined });

/**
 * The text box of a picker. The picker's own one forgets what it cannot read and hands on the rest only when it is
 * closed; this one shows the value of the form, and each key press is in the form at once.
 */
const TypedInput = forwardRef<HTMLInputElement, InputHTMLAttributes<HTMLInputElement>>(
  function TypedInput(props, ref) {
    const { text, onType } = useContext(TypedTextContext);
    return <input {...props} ref={ref} value={text} onChange={(event) => onType(event.target.value)} />;
  },
);

const COMPONENTS = { input: TypedInput };
const FORMATS = { day: 'YYYY-MM-DD', time: 'YYYY-MM-DD HH:mm' } as const;
const READERS = { day: readDay, time: readTime };

type Kind = keyof typeof FORMATS;

interface PickerProps {
  readonly kind: Kind;
  /** Time of the day that the panel begins with, as HH:mm. */
  readonly usualTime: string;
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (text: string) => void;
  readonly onBlur?: (event: FocusEvent<HTMLElement>) => void;
}

/**
 * A field of day or time whose value is the text that it shows. The calendar writes into that text at every choice;
 * nothing waits to be confirmed, and nothing that was typed is replaced by what was there before.
 */
function TypedPicker({ kind, usualTime, value, onChange, onBlur, ...others }: PickerProps) {
  const t = useTexts();
  const text = value ?? '';
  const read = READERS[kind](text);
  const [open, setOpen] = useState(false);
  const typed = useMemo(() => {
    // Who types does not need the panel, and it would cover the button that saves.
    const onType = (next: string) => {
      setOpen(false);
      onChange?.(next);
    };
    return { text, onType };
  }, [text, onChange]);
  const chosen = useMemo(() => (read ? dayjs(read) : null), [read]);
  const panelTime = useMemo(
    () => ({ format: 'HH:mm', defaultOpenValue: dayjs(`2000-01-01 ${usualTime}`) }),
    [usualTime],
  );
  const keyDown = (event: KeyboardEvent<HTMLElement>) => {
    // Enter takes the time; it does not send the form.
    if (event.key === 'Enter') event.preventDefault();
    if (event.key === 'ArrowDown') setOpen(true);
  };
  const choose = (date: Dayjs | null) => {
    if (date) onChange?.(date.format(FORMATS[kind]));
  };
  return (
    <TypedTextContext.Provider value={typed}>
      <DatePicker
        {...others}
        className="full"
        components={COMPONENTS}
        showTime={kind === 'time' && panelTime}
        format={FORMATS[kind]}
        placeholder={t(`timeField.${kind}`)}
        previewValue={false}
        preserveInvalidOnBlur
        value={chosen}
        open={open}
        onOpenChange={setOpen}
        onCalendarChange={(date) => choose(Array.isArray(date) ? (date[0] ?? null) : date)}
        onChange={choose}
        onClear={() => onChange?.('')}
        onKeyDown={keyDown}
        onBlur={(event) => {
          if (read && read !== text) onChange?.(read);
          onBlur?.(event);
        }}
      />
    </TypedTextContext.Provider>
  );
}

type FieldName = string | number | (string | number)[];

interface TimeFieldProps {
  readonly name: FieldName;
  readonly label: string;
  /** Whether a day is asked for, or a day with a time. */
  readonly kind: Kind;
  readonly required?: boolean;
  readonly extra?: string;
  readonly usualTime?: string;
  /** Full name of the field with the time that this one must come after. */
  readonly after?: FieldName;
}

/**
 * A field of a form for a day or a time. The form holds its text (see `texts/typed-time.ts`); the form is not sent
 * while the text cannot be read.
 */
export function TimeField({ kind, required, after, usualTime = '09:00', ...item }: TimeFieldProps) {
  const t = useTexts();
  return (
    <Form.Item
      {...item}
      required={required}
      dependencies={after === undefined ? [] : [after]}
      validateTrigger={['onChange', 'onBlur']}
      rules={[
        ({ getFieldValue }) => ({
          // A change only takes the last error away: half a time is not judged.
          validateTrigger: 'onBlur',
          validator: async (_, value?: string | null) => {
            const read = READERS[kind](value ?? '');
            if (!value?.trim()) {
              if (required) throw new Error(t('form.required'));
            } else if (!read) throw new Error(t(kind === 'day' ? 'timeField.noDay' : 'timeField.noTime'));
            else if (after !== undefined) {
              const first = READERS[kind](String(getFieldValue(after) ?? ''));
              if (first && read <= first) throw new Error(t('timeField.endsFirst'));
            }
          },
        }),
      ]}
    >
      <TypedPicker kind={kind} usualTime={usualTime} />
    </Form.Item>
  );
}
