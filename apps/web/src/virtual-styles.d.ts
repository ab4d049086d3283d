/** Ant Design's styles, written while building. */
declare module 'virtual:antd.css';
