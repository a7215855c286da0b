declare module 'virtual:syntax.css';
