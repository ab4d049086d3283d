import { defineTexts } from './define-texts.js';

/** Exchanging contacts once a buyer is interested. */
export const contactTexts = defineTexts({
  'desk.contacts': ['联系人', 'Contacts'],
  'desk.contactsText': [
    '查看对方同意提供的联系方式，管理本人的授权。',
    'Contacts that others share with you, and to whom yours go.',
  ],
  'contacts.title': ['联系方式', 'Contacts'],
  'contacts.exchanged': ['已交换', 'Exchanged'],
  'contacts.exchange': ['交换联系方式', 'Exchange contacts'],
  'contacts.agree': ['我同意', 'I agree'],
  'contacts.bothSides': [
    '对方也同意后，双方才能看到彼此的联系方式。',
    'Neither side sees the other’s contacts before both have agreed.',
  ],
  'contacts.namesYou': [
    '这条需求以署名发布。您同意后，这家供应商将看到贵企业的名称。',
    'Your need stands under an alias. Once you agree, this supplier sees the name of your organization.',
  ],
  'contacts.unnamed': [
    '采购方以署名发布，尚未公开企业名称。采购方同意交换联系方式后，您会收到通知。',
    'The buyer stands under an alias. You will be told when it agrees to exchange contacts.',
  ],
  'contacts.lead': [
    '采购方已表示有意向。双方都同意后，可以看到彼此的联系人。',
    'The buyer is interested. Once both sides agree, each sees the other’s contacts.',
  ],
  'contacts.offered': [
    '对方已同意交换联系方式，等待贵方同意。',
    'The other side agrees to exchange contacts and waits for you.',
  ],
  'contacts.waiting': ['贵方已同意，等待对方同意。', 'You have agreed; the other side has not answered yet.'],
  'contacts.both': [
    '双方都已同意。每次查看都会留下记录，本人可以查询。',
    'Both sides have agreed. Every look is logged, and the person can read the log.',
  ],
  'contacts.ours': ['我方已同意：{{names}}', 'On our side: {{names}}'],
  'contacts.agreedOn': ['{{date}} 同意', 'agreed on {{date}}'],
  'contacts.look': ['查看联系方式', 'Show contacts'],
  'contacts.withdraw': ['撤回同意', 'Withdraw consent'],
  'contacts.withdrawSure': [
    '撤回后，对方不能再查看您的联系方式；此前已查看的不受影响。确定撤回吗？',
    'The other side can no longer look at your contacts; what it has seen is not affected. Withdraw?',
  ],
  'contacts.toUs': ['对方提供给我们的联系人', 'Contacts shared with us'],
  'contacts.toUsNone': [
    '还没有。采购方有意向后，双方同意即可交换联系方式。',
    'None yet. Once a buyer is interested, both sides can agree to exchange contacts.',
  ],
  'contacts.logged': [
    '每次查看都会留下记录，本人可以查询。',
    'Every look is logged, and the person can read the log.',
  ],
  'contacts.mine': ['我的授权', 'My consents'],
  'contacts.mineText': [
    '以下企业在双方同意后可以查看您的姓名、手机号和邮箱。可随时撤回。',
    'These organizations can look at your name, number and e-mail address once both sides agree. You can withdraw this at any time.',
  ],
  'contacts.mineNone': ['您没有把联系方式提供给任何企业。', 'You share your contacts with nobody.'],
  'contacts.goneRecipient': ['已注销的企业', 'An organization that is gone'],
  'contacts.editorsOnly': [
    '联系方式仅企业的负责人和编辑可以查看。',
    'Contacts are for owners and editors of the organization.',
  ],
});
