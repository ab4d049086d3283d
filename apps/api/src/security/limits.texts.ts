import { defineTexts } from '@app/kernel';

/** What a caller is told whose operation asks for too much. */
defineTexts({
  QUERY_TOO_DEEP: {
    zh: '查询嵌套过深：最多 {max} 层。',
    en: 'The query is nested too deeply: at most {max} levels.',
  },
  QUERY_TOO_MANY_ALIASES: {
    zh: '查询的别名过多：最多 {max} 个。',
    en: 'The query has too many aliases: at most {max}.',
  },
  QUERY_TOO_MANY_DIRECTIVES: {
    zh: '查询的指令过多：最多 {max} 个。',
    en: 'The query has too many directives: at most {max}.',
  },
  QUERY_TOO_LONG: {
    zh: '查询过长：最多 {max} 个词法单元。',
    en: 'The query is too long: at most {max} tokens.',
  },
  QUERY_TOO_MANY_ROOT_FIELDS: {
    zh: '一次操作请求的根字段过多：最多 {max} 个。',
    en: 'The operation asks for too many root fields: at most {max}.',
  },
  QUERY_REPEATS_FIELD: {
    zh: '字段“{field}”重复过多：同一处最多 {max} 次。',
    en: 'The field “{field}” is repeated too often: at most {max} times in one place.',
  },
  QUERY_TOO_EXPENSIVE: {
    zh: '查询数据量过大（{cost}，上限 {max}）：请缩小每页条数或减少字段。',
    en: 'The query asks for too much ({cost}, at most {max}): ask for smaller pages or fewer fields.',
  },
  QUERY_TOO_SLOW: {
    zh: '处理超时（{seconds} 秒）。如果是修改操作，可能仍会完成：请先查看结果再重试。',
    en: 'This took longer than {seconds} s. A change may still be carried out: look before you try again.',
  },
  INTROSPECTION_OFF: {
    zh: '此环境不提供模式自省；接口说明见 apps/api/schema.graphql。',
    en: 'Introspection is off here; the schema stands in apps/api/schema.graphql.',
  },
  BODY_TOO_LARGE: {
    zh: '请求内容过大：最多 {max} 字节。',
    en: 'The request is too large: at most {max} bytes.',
  },
  BODY_NOT_UNDERSTOOD: {
    zh: '请求内容无法解析：需要 application/json。',
    en: 'The request cannot be read: application/json is wanted.',
  },
  SERVER_BUSY: {
    zh: '当前请求较多，请在 {seconds} 秒后重试。',
    en: 'Too much is being asked right now. Please try again in {seconds} s.',
  },
  RATE_LIMITED: {
    zh: '请求过于频繁，请在 {seconds} 秒后再试。',
    en: 'Too many requests. Please try again in {seconds} s.',
  },
});
