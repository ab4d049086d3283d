import { defineTexts } from '@app/kernel';

export const organizationTexts = defineTexts({
  INVALID_CREDIT_CODE_SHAPE: {
    zh: '统一社会信用代码应为 18 位数字和大写字母（不含 I、O、S、V、Z）。',
    en: 'A unified social credit code has 18 digits and capital letters (without I, O, S, V, Z).',
  },
  INVALID_CREDIT_CODE_CHECK_CHARACTER: {
    zh: '统一社会信用代码的校验码不符，请核对是否有误。',
    en: 'The check character of the unified social credit code does not fit; please look for a typing error.',
  },
  INVALID_CREDIT_CODE_ORGANIZATION_CODE: {
    zh: '统一社会信用代码第 9 至 17 位的组织机构代码校验码不符，请核对是否有误。',
    en: 'The organization code in places 9 to 17 of the unified social credit code does not fit; please look for a typing error.',
  },
  UNKNOWN_REGION: { zh: '没有代码为“{code}”的行政区划。', en: 'There is no region with the code “{code}”.' },
  UNKNOWN_INDUSTRY: { zh: '没有代码为“{code}”的行业。', en: 'There is no industry with the code “{code}”.' },
  UNKNOWN_CERTIFICATE_KIND: { zh: '没有“{id}”这种证书。', en: 'There is no kind of certificate “{id}”.' },
  FOUNDED_IN_FUTURE: { zh: '成立日期不能晚于今天。', en: 'The day of foundation cannot lie in the future.' },
  NEGATIVE_CAPITAL: { zh: '注册资本不能为负数。', en: 'Registered capital cannot be negative.' },
  YEAR_IN_FUTURE: { zh: '认定年份不能晚于今年。', en: 'The year of recognition cannot lie in the future.' },
  NOTHING_TO_CHECK: { zh: '请至少选择一项要核验的信息。', en: 'Please choose at least one fact to check.' },
  FACT_NOT_STATED: {
    zh: '企业没有填写这项信息，无法核验：{fact}。',
    en: 'The organization has not stated this fact, so it cannot be checked: {fact}.',
  },
  ORGANIZATION_EXISTS: {
    zh: '该统一社会信用代码的企业已入驻，请联系其管理员邀请您加入。',
    en: 'The organization with this credit code is already here; ask its owner to invite you.',
  },
  ORGANIZATION_TO_CLAIM: {
    zh: '该企业的资料已从公开名录导入，尚未认领。请提交证明材料认领。',
    en: 'The profile of this organization was imported and is unclaimed. Please claim it with evidence.',
  },
  ORGANIZATION_UNVERIFIED_TO_CLAIM: {
    zh: '该统一社会信用代码已有人登记，尚未通过核实。如您才是该单位的代表，请提交证明材料认领，由平台核实。',
    en: 'Somebody registered this credit code, and it is not verified yet. If you represent the organization, claim it with evidence; our staff will check.',
  },
  ORGANIZATION_NAME_TAKEN: {
    zh: '平台上已有同名单位，请核对名称和统一社会信用代码；如该单位就是您的单位，请认领其主页。',
    en: 'Another organization already has this name. Check the name and the credit code; if it is yours, claim its profile.',
  },
  ORGANIZATION_UNVERIFIED: {
    zh: '单位通过平台核实后才能进行此操作，请在“单位资料”中提交证明材料。',
    en: 'This is available after verification. Send evidence on the page of your organization.',
  },
  DAILY_QUOTA_USED: {
    zh: '今天的次数已用完（每天 {limit} 次），请明天再试。',
    en: 'Today’s limit of {limit} is used up. Please try again tomorrow.',
  },
  PUBLIC_BODY_NEEDS_EVIDENCE: {
    zh: '机关、事业单位和群众团体登记时须提交证明材料，由平台核实后才能发布和邀请。',
    en: 'A public body is registered with evidence; it can publish and invite when staff have checked it.',
  },
  UNVERIFIED_ORGANIZATIONS: {
    zh: '每人最多同时登记 {limit} 家未核实的单位，请等待平台核实后再登记。',
    en: 'One person may have {limit} unverified organizations at a time; register another when staff have verified one.',
  },
  UNVERIFIED_QUOTA_USED: {
    zh: '未核实的单位每天最多进行 {limit} 次此类操作，通过核实后不受此限。',
    en: 'An unverified organization may do this {limit} times a day; the limit ends with verification.',
  },
  ORGANIZATION_CHANGED_MEANWHILE: {
    zh: '企业资料已被他人修改，请查看最新内容后再保存。',
    en: 'The profile was changed by somebody else meanwhile; look at it again before you save.',
  },
  ORGANIZATION_ALREADY_CLAIMED: {
    zh: '该企业已被认领，请联系其管理员邀请您加入。',
    en: 'The organization is already claimed; ask its owner to invite you.',
  },
  CLAIM_ALREADY_DECIDED: { zh: '该认领申请已经处理。', en: 'This claim has already been decided.' },
  CERTIFICATE_ALREADY_DECLARED: {
    zh: '已有同一种类、编号和场所的证书。',
    en: 'A certificate of this kind, number and site is already declared.',
  },
  TIER_ALREADY_DECLARED: {
    zh: '已有该年度的同一认定。',
    en: 'This recognition of that year is already declared.',
  },
});
