document.title = 'Quietpage';
export {};
