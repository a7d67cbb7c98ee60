/* Holds a file or folder open as a virus scanner or a sync program does: others may read and write it, not rename or remove it.
   Says "ja" once it holds it; lets go when its input ends. */
#include <stdio.h>
#include <windows.h>

int wmain(int count, wchar_t **words) {
  HANDLE held = INVALID_HANDLE_VALUE;
  if (count > 1) {
    held = CreateFileW(words[1], GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, NULL);
  }
  puts(held == INVALID_HANDLE_VALUE ? "nee" : "ja");
  fflush(stdout);
  while (getchar() != EOF) {
  }
  return held == INVALID_HANDLE_VALUE;
}
