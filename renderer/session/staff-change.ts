/** What an administrator changes about a person at once, without a form. */
export type StaffChange = 'staff.grant' | 'staff.withdraw' | 'staff.setRole' | 'staff.remove';
