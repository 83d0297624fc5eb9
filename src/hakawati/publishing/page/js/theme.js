// Light or dark as the reader chose, else as the system has it; and the mark that scripts run.
document.documentElement.classList.add("scripts");
document.documentElement.dataset.theme = storage.get("hakawati:theme", "");
