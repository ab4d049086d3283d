import { defineTexts } from './define-texts.js';

/** The staff's part of the desk. */
export const staffTexts = defineTexts({
  'staff.title': ['平台管理', 'Platform staff'],
  'staff.only': ['仅限平台工作人员', 'For the platform’s staff only'],
  'staff.claims': ['待审核的认领', 'Claims to decide'],
  'staff.noClaims': ['没有待审核的认领', 'No claims wait'],
  'staff.approve': ['通过', 'Approve'],
  'staff.reject': ['驳回', 'Reject'],
  'staff.rejectReason': ['驳回原因（申请人可见）', 'Reason (the claimant sees it)'],
  'staff.facts': ['核验事实', 'Check facts'],
  'staff.factsText': [
    '按统一社会信用代码打开企业，勾选已核验的事实。',
    'Open an organization by its credit code and tick what you have checked.',
  ],
  'staff.check': ['标为已核验', 'Mark as checked'],
  'staff.checked': ['已标为已核验', 'Marked as checked'],
  'staff.audit': ['审计记录', 'Audit log'],
  'staff.auditWhen': ['时间', 'When'],
  'staff.auditWho': ['操作人', 'Who'],
  'staff.auditWhat': ['操作', 'Action'],
  'staff.auditSubject': ['对象', 'Subject'],
  'staff.system': ['系统', 'System'],
});
