// The page works without this: here is what makes it live.
import { watch } from './live.js';
import { wireForms } from './forms.js';
import { wireDrop } from './drop.js';
import { wireSheets } from './sheets.js';

wireForms();
wireDrop();
wireSheets();
watch();
