import { defineTexts } from './define-texts.js';

/** Asking suppliers to answer a need. */
export const invitationTexts = defineTexts({
  'invite.section': ['受邀供应商', 'Invited suppliers'],
  'invite.invite': ['邀请应答', 'Invite to answer'],
  'invite.invited': ['已邀请', 'Invited'],
  'invite.answered': ['已应答', 'Has answered'],
  'invite.byName': ['按名称邀请', 'Invite by name'],
  'invite.chosen': ['邀请所选 {{count}} 家', 'Invite the {{count}} chosen'],
  'invite.done': ['邀请已发出，对方会收到通知。', 'The invitation was sent.'],
  'invite.doneDraft': [
    '已列入邀请，需求发布时通知对方。',
    'Added. The supplier is told when the need is published.',
  ],
  'invite.nobody': [
    '还没有邀请供应商。可以在下方匹配结果中邀请，或按名称查找。',
    'Nobody is invited yet. Invite suppliers from the matches below, or find them by name.',
  ],
  'invite.nobodyHidden': [
    '这条需求仅受邀供应商可见，目前还没有邀请任何企业，发布后也没有供应商能看到。请在下方匹配结果中邀请，或按名称查找。',
    'Only invited suppliers can see this need, and nobody is invited yet: after publication no supplier would see it. Invite suppliers from the matches below, or find them by name.',
  ],
  'invite.draftNote': [
    '需求发布后，受邀供应商才会看到并收到通知。',
    'The invited suppliers see the need, and are told, once it is published.',
  ],
  'invite.withdraw': ['撤回邀请', 'Withdraw'],
  'invite.withdrawn': ['邀请已撤回', 'The invitation was withdrawn'],
  'invite.withdrawSure': ['撤回对这家企业的邀请？', 'Withdraw the invitation to this supplier?'],
  'invite.withdrawSureHidden': [
    '撤回后，这家企业将看不到这条需求。确定撤回吗？',
    'The supplier will not see this need any more. Withdraw the invitation?',
  ],
  'invite.publishNobody': [
    '还没有邀请任何供应商，发布后没有供应商能看到这条需求。',
    'Nobody is invited yet: after publication no supplier would see this need.',
  ],
  'invite.first': ['先去邀请', 'Invite first'],
  'invite.publishAnyway': ['仍然发布', 'Publish anyway'],
  'invite.next': ['下一步：邀请供应商', 'Next: invite suppliers'],
  'invite.toOneOfOurs': ['邀请应答我们的需求', 'Invite to one of our needs'],
  'invite.title': ['邀请“{{name}}”应答', 'Invite “{{name}}” to answer'],
  'invite.lead': [
    '对方会收到通知，并能看到这条需求。需求还是草稿的，发布时才通知。',
    'The supplier is told and can see the need. For a draft, this happens when it is published.',
  ],
  'invite.unclaimed': [
    '这家企业尚未入驻平台，暂时没有人能收到通知；认领主页后即可看到这条需求。',
    'Nobody looks after this profile yet, so nobody is told. Whoever claims it will see the need.',
  ],
  'invite.chooseNeed': ['选择一条采购需求', 'Choose one of your needs'],
  'invite.noNeeds': ['还没有可以邀请应答的采购需求。', 'You have no need to invite suppliers to yet.'],
  'invite.toNeed': ['查看这条需求', 'Look at the need'],
});
