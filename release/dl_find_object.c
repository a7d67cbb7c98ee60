/* Which part of the program holds an address, as the GNU C library answers it and musl does not: GCC's unwinder asks for it. Only
   where the program is linked with Debian's Rust; that of rustup has an unwinder of its own. */
#define _GNU_SOURCE
#include <link.h>
#include <stdint.h>

/* As described in the manual of the GNU C library, "Dynamic Linker Introspection", for x86-64. */
struct dl_find_object {
  unsigned long long flags;
  void *start, *end;
  void *link_map;
  void *eh_frame;
  unsigned long long reserved[7];
};

struct search {
  uintptr_t address;
  struct dl_find_object *found;
};

static int look(struct dl_phdr_info *part, size_t size, void *asked) {
  struct search *search = asked;
  uintptr_t frames = 0, start = 0, end = 0;
  (void)size;
  for (int i = 0; i < part->dlpi_phnum; i++) {
    const ElfW(Phdr) *segment = &part->dlpi_phdr[i];
    uintptr_t from = part->dlpi_addr + segment->p_vaddr;
    if (segment->p_type == PT_GNU_EH_FRAME) frames = from;
    if (segment->p_type == PT_LOAD && search->address - from < segment->p_memsz) start = from, end = from + segment->p_memsz;
  }
  if (!frames || !end) return 0;
  *search->found = (struct dl_find_object){.start = (void *)start, .end = (void *)end, .eh_frame = (void *)frames};
  return 1;
}

int _dl_find_object(void *address, struct dl_find_object *found) {
  struct search search = {(uintptr_t)address, found};
  return dl_iterate_phdr(look, &search) ? 0 : -1;
}
