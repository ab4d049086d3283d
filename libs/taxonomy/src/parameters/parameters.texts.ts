import { defineTexts } from '@app/kernel';

export const parametersTexts = defineTexts({
  UNKNOWN_PARAMETER: { zh: '没有编号为“{id}”的参数。', en: 'There is no parameter “{id}”.' },
  PARAMETER_TWICE: { zh: '参数“{id}”重复填写。', en: 'The parameter “{id}” is given twice.' },
  PARAMETER_WITHOUT_RANGE: {
    zh: '参数“{id}”需要填写下限或上限。',
    en: 'The parameter “{id}” needs a lower or an upper bound.',
  },
  PARAMETER_WITHOUT_VALUES: { zh: '参数“{id}”需要填写取值。', en: 'The parameter “{id}” needs values.' },
  PARAMETER_WRONG_UNIT: {
    zh: '参数“{id}”的单位应为“{unit}”。',
    en: 'The unit of the parameter “{id}” is “{unit}”.',
  },
  PARAMETER_WRONG_VALUE: {
    zh: '参数“{id}”没有“{value}”这一等级。',
    en: 'The parameter “{id}” has no grade “{value}”.',
  },
  PARAMETER_BEYOND_BELIEF: {
    zh: '参数“{id}”应在 {min} 到 {max} {unit} 之间，请核对。',
    en: 'The parameter “{id}” lies between {min} and {max} {unit}; please look again.',
  },
  RANGE_UPSIDE_DOWN: { zh: '下限不能大于上限。', en: 'The lower bound cannot exceed the upper bound.' },
});
