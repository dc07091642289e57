export async function openKnobRoom(section) { section.textContent = ""; return {}; }
