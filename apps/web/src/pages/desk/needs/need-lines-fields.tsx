import { Button, Form, type FormInstance, Input, InputNumber, Select } from 'antd';
import { useTexts } from '../../../texts/locale.js';
import { QuantityField } from '../../../forms/quantity-field.js';
import { TimeField } from '../../../forms/time-field.js';
import { emptyLine, type LineDraft, type NeedDraft } from './need-draft.js';

/** What the API takes at most. */
const MAX_LINES = 200;
const MAX_YEARS = 15;
const TOOLING = ['NEW', 'BORROWED'] as const;

/** Numbers by which a line is found in the buyer's own papers. */
const NUMBERS = [
  ['partNumber', 100],
  ['drawingNumber', 100],
  ['revision', 40],
] as const;
const REQUIREMENTS = ['tolerance', 'surface', 'heatTreatment', 'inspection', 'packaging'] as const;
const MAX_REQUIREMENT = 500;

/** Whether a line says something that a simple one does not. */
const hasDetails = (line: LineDraft | undefined): boolean =>
  !!line &&
  (!!line.yearlySteps?.length ||
    [
      ...NUMBERS.map(([field]) => field),
      ...REQUIREMENTS,
      'startOfProduction' as const,
      'tooling' as const,
    ].some((field) => !!line[field]));

/** The amounts of the first, second, … year. */
function YearlySteps({ line }: { line: number }) {
  const t = useTexts();
  return (
    <Form.List name={[line, 'yearlySteps']}>
      {(years, { add, remove }) => (
        <div className="list-fields">
          {years.map(({ key, name }) => (
            <Form.Item key={key} name={name} label={t('line.year', { number: name + 1 })}>
              <InputNumber min="0.001" stringMode className="full" />
            </Form.Item>
          ))}
          <p className="button-row">
            {years.length < MAX_YEARS && (
              <Button size="small" onClick={() => add(null)}>
                {t('line.addYear')}
              </Button>
            )}
            {years.length > 0 && (
              <Button size="small" onClick={() => remove(years.length - 1)}>
                {t('line.removeYear')}
              </Button>
            )}
          </p>
        </div>
      )}
    </Form.List>
  );
}

function NameField({ line }: { line: number }) {
  const t = useTexts();
  return (
    <Form.Item name={[line, 'name']} label={t('line.name')} extra={t('line.nameHint')}>
      <Input maxLength={200} />
    </Form.Item>
  );
}

/** What waits folded until a line is not simple. */
function LineDetails({ line, named, open }: { line: number; named: boolean; open: boolean }) {
  const t = useTexts();
  return (
    <details className="fold form-fold" open={open}>
      <summary>{t('line.further')}</summary>
      {!named && <NameField line={line} />}
      <div className="three-fields">
        {NUMBERS.map(([field, maxLength]) => (
          <Form.Item key={field} name={[line, field]} label={t(`line.${field}`)}>
            <Input maxLength={maxLength} />
          </Form.Item>
        ))}
      </div>
      {REQUIREMENTS.map((field) => (
        <Form.Item key={field} name={[line, field]} label={t(`line.${field}`)}>
          <Input maxLength={MAX_REQUIREMENT} />
        </Form.Item>
      ))}
      <div className="two-fields">
        <TimeField kind="day" name={[line, 'startOfProduction']} label={t('line.startOfProduction')} />
        <Form.Item name={[line, 'tooling']} label={t('line.tooling')}>
          <Select
            allowClear={{ label: t('action.clear') }}
            options={TOOLING.map((value) => ({ value, label: t(`tooling.${value}`) }))}
          />
        </Form.Item>
      </div>
      <YearlySteps line={line} />
    </details>
  );
}

/** The fields of one line; among several it has its name at the top. */
function LineFields({ line, draft, named }: { line: number; draft?: LineDraft; named: boolean }) {
  const t = useTexts();
  return (
    <>
      <Form.Item name={[line, 'id']} hidden>
        <Input />
      </Form.Item>
      {named && <NameField line={line} />}
      <div className="field-pair">
        <Form.Item name={[line, 'material']} label={t('line.material')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name={[line, 'process']} label={t('line.process')}>
          <Input maxLength={200} />
        </Form.Item>
      </div>
      <QuantityField name={[line, 'quantity']} label={t('line.quantity')} required={!draft?.id} />
      <LineDetails line={line} named={named} open={hasDetails(draft)} />
    </>
  );
}

interface LineStepsProps {
  readonly line: number;
  readonly last: number;
  readonly move: (from: number, to: number) => void;
  readonly remove: (line: number) => void;
}

function LineSteps({ line, last, move, remove }: LineStepsProps) {
  const t = useTexts();
  return (
    <p className="button-row">
      <Button size="small" disabled={line === 0} onClick={() => move(line, line - 1)}>
        {t('line.up')}
      </Button>
      <Button size="small" disabled={line === last} onClick={() => move(line, line + 1)}>
        {t('line.down')}
      </Button>
      <Button size="small" danger onClick={() => remove(line)}>
        {t('line.remove')}
      </Button>
    </p>
  );
}

/** All line items of a need: a single one without any frame, several with their numbers, to be added, moved and removed. */
export function NeedLinesFields({ form }: { form: FormInstance<NeedDraft> }) {
  const t = useTexts();
  return (
    <Form.List name="lines">
      {(fields, { add, move, remove }) => {
        const draftOf = (line: number) => form.getFieldValue(['lines', line]) as LineDraft | undefined;
        const several = fields.length > 1;
        return (
          <div className="need-lines">
            {fields.map(({ key, name }) =>
              several ? (
                <fieldset key={key} className="list-entry">
                  <legend>{t('line.number', { number: name + 1 })}</legend>
                  <LineFields line={name} draft={draftOf(name)} named />
                  <LineSteps line={name} last={fields.length - 1} move={move} remove={remove} />
                </fieldset>
              ) : (
                <LineFields key={key} line={name} draft={draftOf(name)} named={false} />
              ),
            )}
            {fields.length < MAX_LINES && (
              <Button className="add-line" onClick={() => add(emptyLine())}>
                {t('line.add')}
              </Button>
            )}
          </div>
        );
      }}
    </Form.List>
  );
}
