import { defineTexts } from './define-texts.js';

/** What a person is told, and by which ways. */
export const notificationTexts = defineTexts({
  'notifications.title': ['通知', 'Notifications'],
  'notifications.unread': ['通知，{{count}} 条未读', 'Notifications, {{count}} unread'],
  'notifications.new': ['未读', 'Unread'],
  'notifications.none': ['还没有通知', 'No notifications yet'],
  'notifications.noneText': [
    '有新的应答、邀请或审核结果时，会即时显示在这里。',
    'Responses, invitations and decisions appear here as they come.',
  ],
  'notifications.readAll': ['全部标为已读', 'Mark all as read'],
  'notifications.preferences': ['接收方式', 'How you want to be told'],
  'notificationChannel.IN_APP': ['站内', 'Here'],
  'notificationChannel.EMAIL': ['邮件', 'E-mail'],
  'notificationChannel.SMS': ['短信', 'SMS'],
  'notificationKind.CLAIM_DECIDED': ['认领审核结果', 'Decisions on claims'],
  'notificationKind.CO_ORGANIZER_INVITED': ['受邀共同主办活动', 'Invitations to organize together'],
  'notificationKind.EVENT_CHANGED': ['报名的活动有变动', 'Changes of events you registered for'],
  'notificationKind.EVENT_INVITATION': ['受邀参加活动或征集需求', 'Invitations to events and collections'],
  'notificationKind.EVENT_REGISTRATION': ['我们的活动报名', 'Our event registrations'],
  'notificationKind.EVENT_REGISTRATION_RECEIVED': ['收到活动报名', 'Registrations for our events'],
  'notificationKind.FACT_REQUEST_ANSWERED': ['企业补充了资料', 'Answers to fact requests'],
  'notificationKind.INVITED_TO_NEED': ['受邀应答采购需求', 'Invitations to needs'],
  'notificationKind.MEETING_OUTCOME': ['询问洽谈成果', 'Questions what came of meetings'],
  'notificationKind.MEETING_REMINDER': ['洽谈开始前提醒', 'Reminders before meetings'],
  'notificationKind.MEETING_REQUEST': ['洽谈邀约与答复', 'Requests for meetings'],
  'notificationKind.MEETING_SCHEDULE': ['我们的洽谈安排', 'Our meetings'],
  'notificationKind.NEED_ENDED': ['应答过的需求结束', 'Ends of needs you answered'],
  'notificationKind.SAVED_SEARCH_ALERT': ['订阅的搜索有新结果', 'News for saved searches'],
  'notificationKind.SUPPLY_RESPONSE_ANSWERED': ['采购方答复了应答', 'Answers to your responses'],
  'notificationKind.SUPPLY_RESPONSE_RECEIVED': ['收到供应商应答', 'Responses from suppliers'],
});
