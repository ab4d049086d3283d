import { defineTexts } from './define-texts.js';

/** Matches and the card that both sides see. */
export const matchTexts = defineTexts({
  'match.heading': ['匹配结果', 'Matches'],
  'match.found': [
    '{{count}} 家供应商，契合度从高到低；共比对 {{compared}} 家',
    '{{count}} of {{compared}} suppliers match, best match first',
  ],
  'match.none.title': ['没有找到能对应的供应商', 'No matching suppliers found'],
  'match.none.text': [
    '可以换一种说法，例如写出材料和工艺的通用名称，或先去掉牌号、型号和图号。',
    'Try other words: use common names for the material and process, and leave out grades, models and drawing numbers.',
  ],
  'match.near': [
    '以下只是接近：要找的内容没有全部对上',
    'The following only come close: they do not cover everything you need',
  ],
  'match.reading': ['需求这样理解', 'How your need was understood'],
  'match.parts': ['要找的内容', 'What you need'],
  'match.conditions': ['条件', 'Conditions'],
  'match.noConditions': [
    '没有写明条件。补充数量、交期、地区或证书，比对会更准。',
    'No conditions stated. Add a quantity, lead time, region or certificates for a more precise comparison.',
  ],
  'match.noParts': [
    '没有认出具体的产品、材料或工艺，按用词比对。',
    'No specific product, material or process was recognized. The comparison uses your words.',
  ],
  'match.legend': ['图例', 'Legend'],
  'match.filledMeans': ['实心为已得分，斜纹为未知', 'Solid: scored. Hatched: unknown.'],
  'match.more': ['再显示 {{count}} 家', 'Show {{count}} more'],
  'match.compare': ['对比', 'Compare'],
  'match.compareChosen': ['并排对比 {{count}} 家', 'Compare {{count}} side by side'],
  'match.compareHint': ['勾选 2 至 5 家供应商并排对比', 'Tick 2 to 5 suppliers to compare them side by side'],
  'match.compareTitle': ['供应商对比', 'Supplier comparison'],
  'match.criterion': ['条目', 'Criterion'],
  'match.clear': ['清除', 'Clear'],
  'match.postItText': [
    '发布后，最多 50 家与需求匹配的入驻供应商会收到提醒并可应答，其他供应商也可以搜索到这条需求。企业核实后才会提醒供应商。',
    'Once posted, up to 50 matching suppliers on the platform are notified and can respond; other suppliers can find the need by searching. Suppliers are notified only after your organization is verified.',
  ],
  'match.postIt': ['发布为采购需求', 'Post this need'],
  'part.MATERIAL': ['材料', 'Material'],
  'part.PROCESS': ['工艺', 'Process'],
  'part.PRODUCT': ['产品', 'Product'],
  'part.EQUIPMENT': ['设备', 'Equipment'],
  'part.SERVICE': ['服务', 'Service'],
  'part.APPLICATION': ['用途', 'Use'],
  'part.KEYWORD': ['用词', 'Keyword'],
  'card.score': ['契合度', 'Match'],
  'card.outOf': ['/ 100', 'of 100'],
  'card.reachable': ['资料补齐后最高 {{reachable}}', 'up to {{reachable}} with complete information'],
  'card.complete': ['所需资料均已知', 'all required information is known'],
  'card.bar': [
    '契合度 {{score}} 分，资料补齐后最高 {{reachable}} 分',
    'Match {{score}}, up to {{reachable}} with complete information',
  ],
  'card.facts': ['已知 {{known}} / {{asked}} 项资料', '{{known}} of {{asked}} facts known'],
  'card.deciding': ['最能提高契合度的资料：', 'Information that would raise the score most: '],
  'card.criteria': ['逐项依据', 'By criterion'],
  'card.met': ['对应文字：', 'Matched text: '],
  'card.inferred': [
    '由经营范围推断，企业未确认',
    'Inferred from the business scope, not confirmed by the company',
  ],
  'state.MET': ['符合', 'Met'],
  'state.PARTLY': ['部分符合', 'Partly met'],
  'state.UNMET': ['不符合', 'Not met'],
  'state.UNKNOWN': ['未知', 'Unknown'],
});

/** Asking suppliers to answer a need. */
export const invitationTexts = defineTexts({
  'invite.section': ['受邀供应商', 'Invited suppliers'],
  'invite.invite': ['邀请应答', 'Invite to respond'],
  'invite.invited': ['已邀请', 'Invited'],
  'invite.answered': ['已应答', 'Responded'],
  'invite.byName': ['按名称邀请', 'Invite by name'],
  'invite.chosen': ['邀请所选 {{count}} 家', 'Invite {{count}} selected'],
  'invite.done': ['邀请已发出，对方会收到通知。', 'Invitation sent. The supplier will be notified.'],
  'invite.doneDraft': [
    '已列入邀请，需求发布时通知对方。',
    'Added. The supplier will be notified when the need is published.',
  ],
  'invite.nobody': [
    '还没有邀请供应商。可以在下方匹配结果中邀请，或按名称查找。',
    'No suppliers invited yet. Invite them from the matches below or search by name.',
  ],
  'invite.nobodyHidden': [
    '这条需求仅受邀供应商可见，目前还没有邀请任何企业，发布后也没有供应商能看到。请在下方匹配结果中邀请，或按名称查找。',
    'Only invited suppliers can see this need, and none has been invited yet. After publication no supplier could see it. Invite suppliers from the matches below or search by name.',
  ],
  'invite.draftNote': [
    '需求发布后，受邀供应商才会看到并收到通知。',
    'Invited suppliers can see the need and are notified once it is published.',
  ],
  'invite.withdraw': ['撤回邀请', 'Withdraw invitation'],
  'invite.withdrawn': ['邀请已撤回', 'Invitation withdrawn'],
  'invite.withdrawSure': ['撤回对这家企业的邀请？', 'Withdraw the invitation to this supplier?'],
  'invite.withdrawSureHidden': [
    '撤回后，这家企业将看不到这条需求。确定撤回吗？',
    'This supplier will no longer see the need. Withdraw the invitation?',
  ],
  'invite.publishNobody': [
    '还没有邀请任何供应商，发布后没有供应商能看到这条需求。',
    'No suppliers are invited yet, so no supplier will see this need after publication.',
  ],
  'invite.first': ['先去邀请', 'Invite first'],
  'invite.publishAnyway': ['仍然发布', 'Publish anyway'],
  'invite.next': ['下一步：邀请供应商', 'Next: invite suppliers'],
  'invite.toOneOfOurs': ['邀请应答我们的需求', 'Invite to respond to our need'],
  'invite.title': ['邀请“{{name}}”应答', 'Invite “{{name}}” to respond'],
  'invite.lead': [
    '对方会收到通知，并能看到这条需求。需求还是草稿的，发布时才通知。',
    'The supplier is notified and can see the need. For a draft, the notification is sent on publication.',
  ],
  'invite.unclaimed': [
    '这家企业尚未入驻平台，暂时没有人能收到通知；认领主页后即可看到这条需求。',
    'This company has not joined the platform yet, so no one receives a notification. It will see the need once the profile is claimed.',
  ],
  'invite.chooseNeed': ['选择一条采购需求', 'Choose a need'],
  'invite.noNeeds': ['还没有可以邀请应答的采购需求。', 'You have no needs that suppliers can be invited to.'],
  'invite.toNeed': ['查看这条需求', 'View this need'],
});

/** Exchanging contacts once a buyer is interested. */
export const contactTexts = defineTexts({
  'desk.contacts': ['联系人', 'Contacts'],
  'desk.contactsText': [
    '查看对方同意提供的联系方式，管理本人的授权。',
    'View contact details shared with you and manage your consents.',
  ],
  'contacts.title': ['联系方式', 'Contact details'],
  'contacts.exchanged': ['已交换', 'Exchanged'],
  'contacts.exchange': ['交换联系方式', 'Exchange contact details'],
  'contacts.agree': ['我同意', 'I agree'],
  'contacts.bothSides': [
    '对方也同意后，双方才能看到彼此的联系方式。',
    'You can see each other’s contact details after both sides agree.',
  ],
  'contacts.namesYou': [
    '这条需求以署名发布。您同意后，这家供应商将看到贵企业的名称。',
    'This need is published under an alias. If you agree, this supplier will see your organization’s name.',
  ],
  'contacts.unnamed': [
    '采购方以署名发布，尚未公开企业名称。采购方同意交换联系方式后，您会收到通知。',
    'The buyer published this need under an alias. You will be notified when the buyer agrees to exchange contact details.',
  ],
  'contacts.lead': [
    '采购方已表示有意向。双方都同意后，可以看到彼此的联系人。',
    'The buyer is interested. After both sides agree, you can see each other’s contacts.',
  ],
  'contacts.offered': [
    '对方已同意交换联系方式，等待贵方同意。',
    'The other side has agreed to exchange contact details and is waiting for your consent.',
  ],
  'contacts.waiting': ['贵方已同意，等待对方同意。', 'You have agreed; waiting for the other side.'],
  'contacts.both': [
    '双方都已同意。每次查看都会留下记录，本人可以查询。',
    'Both sides have agreed. Every view is logged, and the person concerned can see the log.',
  ],
  'contacts.ours': ['我方已同意：{{names}}', 'Agreed on our side: {{names}}'],
  'contacts.agreedOn': ['{{date}} 同意', 'agreed on {{date}}'],
  'contacts.look': ['查看联系方式', 'View contact details'],
  'contacts.withdraw': ['撤回同意', 'Withdraw consent'],
  'contacts.withdrawSure': [
    '撤回后，对方不能再查看您的联系方式；此前已查看的不受影响。确定撤回吗？',
    'The other side can no longer view your contact details. Earlier views are not affected. Withdraw your consent?',
  ],
  'contacts.toUs': ['对方提供给我们的联系人', 'Contacts shared with us'],
  'contacts.toUsNone': [
    '还没有。采购方有意向后，双方同意即可交换联系方式。',
    'None yet. When a buyer is interested, both sides can agree to exchange contact details.',
  ],
  'contacts.logged': [
    '每次查看都会留下记录，本人可以查询。',
    'Every view is logged, and the person concerned can see the log.',
  ],
  'contacts.mine': ['我的授权', 'My consents'],
  'contacts.mineText': [
    '以下企业在双方同意后可以查看您的姓名、手机号和邮箱。可随时撤回。',
    'After both sides agree, these organizations can view your name, mobile number and e-mail address. You can withdraw your consent at any time.',
  ],
  'contacts.mineNone': [
    '您没有把联系方式提供给任何企业。',
    'You do not share your contact details with any organization.',
  ],
  'contacts.goneRecipient': ['已注销的企业', 'Deleted organization'],
  'contacts.editorsOnly': [
    '联系方式仅企业的负责人和编辑可以查看。',
    'Only owners and editors of the organization can view contact details.',
  ],
});
