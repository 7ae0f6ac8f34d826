# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True
"""The table of ``features.py`` for a compiler: the same numbers, to the last bit.

Every group of features goes once over the blocks and writes a column of its rows for each, in the
order of ``NAMES``. Sums are made in the order and in the precision in which numpy makes them: what
is a ``float`` here is a number of 32 bits there.
"""

from libc.stdint cimport int64_t
from scraper.native.shared cimport data_of
from scraper.native.slots cimport get, place_of

import numpy as np

from scraper.parsers.body import feature_names, features, surroundings
from scraper.parsers.rules import boilerplate
from scraper.text import TextBlock

include "scraper/native/source.pxi"

cdef Py_ssize_t ROWS = len(feature_names.NAMES), ANCESTORS = len(boilerplate.ANCESTORS)
cdef Py_ssize_t LEVELS = feature_names.LEVELS, FAMILY_LEVELS = feature_names.FAMILY_LEVELS
cdef tuple WINDOWS = feature_names.WINDOWS, OFFSETS = feature_names.OFFSETS
cdef tuple MEDIA_LEVELS = feature_names.MEDIA_LEVELS
cdef float H1 = features.H1, TITLE_SHARE = features.TITLE_SHARE
cdef Py_ssize_t TITLE_SHORTEST = features.TITLE_SHORTEST, TITLE_LONGEST = features.TITLE_LONGEST
cdef double NO_HEADLINE = surroundings.NO_HEADLINE, FADING = surroundings.FADING
cdef dict WHOLE_MARKS = boilerplate.WHOLE_MARKS
cdef double WHOLE_SHARE = features.WHOLE_SHARE
cdef object block_type = TextBlock
cdef Py_ssize_t TEXT = place_of(TextBlock, "text"), RAW = place_of(TextBlock, "raw")
cdef Py_ssize_t RAW_MARKS = place_of(TextBlock, "raw_marks")
cdef Py_ssize_t MEDIA = place_of(TextBlock, "media"), CONTROLS = place_of(TextBlock, "controls")

ctypedef const float* Floats
ctypedef const double* Sums
ctypedef const int64_t* Indexes
ctypedef int64_t* NewIndexes

cdef enum:
    HELD = 12  # numbers about what a container holds
    TOLD = 17  # those, and five about its family
    CORE_DEPTH = 40

if surroundings.CORE_DEPTH != CORE_DEPTH:
    raise ImportError("surroundings.py climbs to another depth")


def tabulate(list blocks not None, str title not None, layout, characters, masses):
    """Return all features and the core's container; see ``features.tabulate``."""
    cdef Table table = Table(blocks, layout, characters, masses)
    table.read_title(title)
    table.add_own()
    table.add_tree()
    table.add_levels()
    cdef int64_t core = table.find_core(table.running)
    table.add_core(core)
    table.add_core(table.find_core(table.faded()))
    table.add_best()
    table.add_top()
    table.add_media()
    table.add_sections()
    table.add_place()
    table.add_copies()
    table.add_neighbours()
    if table.row != ROWS:
        raise ValueError("the table has other rows than names")
    return table.made, core


cdef inline void put(float** at, Py_ssize_t size, double value) noexcept:
    """Write a number and go on to the next row, so many numbers further."""
    at[0][0] = <float>value
    at[0] += size


cdef inline double least_one(double value) noexcept:
    return value if value > 1 else 1


cdef class Table:
    """The features of a page in the making."""

    cdef list blocks
    cdef object made
    cdef float* numbers
    cdef Py_ssize_t size, places, row
    # Scratch arrays and those that were given, which have to live as long as their numbers.
    cdef list held
    # One number a block.
    cdef Floats length, mass, words, stops, commas, upper, capitals, digits
    cdef Floats symbols, quotes, lines, cells, lead, last, link_density, running
    cdef Indexes own
    cdef float* title
    cdef NewIndexes heading_before, heading_behind
    # Running totals, one number more.
    cdef Sums all_, links, prose, paragraphs, headings, digit_sums
    cdef double total, total_prose
    # One number a container.
    cdef Indexes first, end, up, bits, family, kin
    cdef Floats depth, tag, least, most, path_least, path_most, path_sum
    cdef int64_t top

    def __cinit__(self, list blocks, layout, characters, masses):
        self.blocks, self.size, self.places = blocks, len(blocks), len(layout.first)
        self.held = []
        self.made = np.empty((ROWS, self.size), np.float32)
        self.numbers = <float*>data_of(self.made, sizeof(float), ROWS * self.size, True)
        self.read_layout(layout)
        self.read_characters(characters)
        self.read_masses(masses)
        self.check()
        self.find_headings()

    # What is given.

    cdef Floats floats(self, array, Py_ssize_t count) except NULL:
        self.held.append(array)
        return <Floats>data_of(array, sizeof(float), count)

    cdef Sums doubles(self, array, Py_ssize_t count) except NULL:
        self.held.append(array)
        return <Sums>data_of(array, sizeof(double), count)

    cdef Indexes integers(self, array, Py_ssize_t count) except NULL:
        self.held.append(array)
        return <Indexes>data_of(array, sizeof(int64_t), count)

    cdef double* zeros(self, Py_ssize_t count) except NULL:
        """Return room for some numbers, all 0."""
        return <double*>self.doubles(np.zeros(count), count)

    cdef int read_layout(self, layout) except -1:
        cdef Py_ssize_t places = self.places
        self.own = self.integers(layout.own, self.size)
        self.first = self.integers(layout.first, places)
        self.end = self.integers(layout.end, places)
        self.up = self.integers(layout.up, places)
        self.bits = self.integers(layout.bits, places)
        self.family = self.integers(layout.family, places)
        self.kin = self.integers(layout.kin, places)
        self.depth = self.floats(layout.depth, places)
        self.tag = self.floats(layout.tag, places)
        self.least = self.floats(layout.least, places)
        self.most = self.floats(layout.most, places)
        self.path_least = self.floats(layout.path_least, places)
        self.path_most = self.floats(layout.path_most, places)
        self.path_sum = self.floats(layout.path_sum, places)
        return 0

    cdef int read_characters(self, characters) except -1:
        cdef Py_ssize_t size = self.size
        self.length = self.floats(characters.length, size)
        self.words = self.floats(characters.words, size)
        self.upper = self.floats(characters.upper, size)
        self.capitals = self.floats(characters.capitals, size)
        self.digits = self.floats(characters.digits, size)
        self.stops = self.floats(characters.stops, size)
        self.commas = self.floats(characters.commas, size)
        self.quotes = self.floats(characters.quotes, size)
        self.symbols = self.floats(characters.symbols, size)
        self.lines = self.floats(characters.lines, size)
        self.cells = self.floats(characters.cells, size)
        self.lead = self.floats(characters.lead, size)
        self.last = self.floats(characters.last, size)
        return 0

    cdef int read_masses(self, masses) except -1:
        cdef Py_ssize_t size = self.size
        self.mass = self.floats(masses.mass, size)
        self.link_density = self.floats(masses.link_density, size)
        self.running = self.floats(masses.running, size)
        self.all_ = self.doubles(masses.all_, size + 1)
        self.links = self.doubles(masses.links, size + 1)
        self.prose = self.doubles(masses.prose, size + 1)
        self.paragraphs = self.doubles(masses.paragraphs, size + 1)
        self.headings = self.doubles(masses.headings, size + 1)
        self.digit_sums = self.doubles(masses.digits, size + 1)
        self.total, self.total_prose = masses.total, masses.total_prose
        return 0

    cdef int check(self) except -1:
        """Raise ValueError where an index leads to what is not there."""
        cdef Py_ssize_t index
        for index in range(self.size):
            if type(self.blocks[index]) is not block_type:
                raise TypeError("expected blocks")
            if not 0 <= self.own[index] < self.places:
                raise ValueError("a block stands in a container that is not there")
        for index in range(self.places):
            if not (
                0 <= self.first[index] <= self.end[index] <= self.size
                and 0 <= self.up[index] < self.places
                and 0 <= self.family[index] <= self.places
                and 0 <= self.kin[index] <= self.places
            ):
                raise ValueError("a container leads to what is not there")
        return 0

    # What several groups ask for.

    cdef float* rows(self, Py_ssize_t count) except NULL:
        """Return where the next rows begin."""
        cdef float* found = self.numbers + self.row * self.size
        self.row += count
        if self.row > ROWS:
            raise ValueError("the table has other rows than names")
        return found

    cdef inline double mass_of(self, int64_t place) noexcept:
        return self.all_[self.end[place]] - self.all_[self.first[place]]

    cdef inline double links_of(self, int64_t place) noexcept:
        return self.links[self.end[place]] - self.links[self.first[place]]

    cdef inline double prose_of(self, int64_t place) noexcept:
        return self.prose[self.end[place]] - self.prose[self.first[place]]

    cdef int find_headings(self) except -1:
        """Find for each block the last heading up to it (-1: none), and the next behind it."""
        cdef Py_ssize_t index
        cdef int64_t found = -1
        self.heading_before = <NewIndexes>self.zeros(self.size)
        self.heading_behind = <NewIndexes>self.zeros(self.size)
        for index in range(self.size):
            if self.headings[index + 1] > self.headings[index]:
                found = index
            self.heading_before[index] = found
        found = self.size
        for index in range(self.size - 1, -1, -1):
            self.heading_behind[index] = found
            if self.headings[index + 1] > self.headings[index]:
                found = index
        return 0

    cdef int read_title(self, str title) except -1:
        """Find the share of the title that each block repeats, and the headline."""
        cdef Py_ssize_t index, whole = len(title), longest = min(TITLE_LONGEST, len(title))
        cdef str text
        cdef int64_t first = -1, told = -1, tagged = -1
        self.title = <float*>self.zeros(self.size)
        for index in range(self.size):
            text = get(TEXT, self.blocks[index])
            if TITLE_SHORTEST <= len(text) <= longest and text.lower() in title:
                self.title[index] = <float>(<double>len(text) / whole)
            if self.title[index] > TITLE_SHARE and first < 0:
                first = index
            if self.tag[self.own[index]] == H1:
                if tagged < 0:
                    tagged = index
                if told < 0 and self.title[index] > TITLE_SHARE:
                    told = index
        self.top = told if told >= 0 else tagged if tagged >= 0 else first
        return 0

    # The groups of features, in the order of their rows.

    cdef int add_own(self) except -1:
        """Add what a block is made of."""
        cdef Py_ssize_t index, size = self.size
        cdef float* at
        cdef float* start = self.rows(17)
        cdef tuple marks
        for index in range(size):
            block = self.blocks[index]
            marks = get(RAW_MARKS, block)
            at = start + index
            put(&at, size, self.mass[index])
            put(&at, size, self.words[index])
            put(&at, size, self.length[index] / self.words[index])
            put(&at, size, self.link_density[index])
            put(&at, size, self.stops[index])
            put(&at, size, self.commas[index])
            put(&at, size, self.upper[index] / self.length[index])
            put(&at, size, self.capitals[index] / self.words[index])
            put(&at, size, self.digits[index] / self.length[index])
            put(&at, size, self.symbols[index] / self.length[index])
            put(&at, size, self.quotes[index])
            put(&at, size, self.lines[index])
            put(&at, size, self.cells[index])
            put(&at, size, self.lead[index])
            put(&at, size, self.last[index])
            put(&at, size, whole_mark(block, marks) if marks else 0)
            put(&at, size, len(marks))
        return 0

    cdef int add_tree(self) except -1:
        """Add where a block stands in the tree, and how common that place is on the page."""
        cdef Py_ssize_t index, bit, size = self.size
        cdef int64_t own, kin
        cdef float* at
        cdef float* start = self.rows(5 + ANCESTORS + 4)
        cdef double* count = self.zeros(self.places + 1)
        cdef double* mass = self.zeros(self.places + 1)
        cdef double* prose = self.zeros(self.places + 1)
        cdef double* links = self.zeros(self.places + 1)
        for index in range(size):
            kin = self.kin[self.own[index]]
            count[kin] += 1
            mass[kin] += self.mass[index]
            prose[kin] += self.running[index]
            links[kin] += self.link_density[index] * self.mass[index]
        for index in range(size):
            own = self.own[index]
            kin = self.kin[own]
            at = start + index
            put(&at, size, self.tag[own])
            put(&at, size, self.depth[own])
            put(&at, size, self.path_least[own])
            put(&at, size, self.path_most[own])
            put(&at, size, self.path_sum[own])
            for bit in range(ANCESTORS):
                put(&at, size, self.bits[own] >> bit & 1)
            put(&at, size, count[kin])
            put(&at, size, prose[kin] / self.total_prose)
            put(&at, size, links[kin] / mass[kin])
            put(&at, size, mass[kin] / count[kin])
        return 0

    cdef int add_levels(self) except -1:
        """Add the containers around a block, each holding more blocks than the one before."""
        cdef Py_ssize_t index, level, number, told, size = self.size
        cdef int64_t place
        cdef float* at
        cdef float* start
        cdef Floats held = self.told_of_containers()
        cdef Indexes standing = self.own
        cdef NewIndexes around = <NewIndexes>self.zeros(size)
        for level in range(LEVELS):
            told = TOLD if level < FAMILY_LEVELS else HELD
            start = self.rows(told + 3)
            for index in range(size):
                place = standing[index]
                at = start + index
                for number in range(told):
                    put(&at, size, held[TOLD * place + number])
                put(&at, size, self.tag[place])
                put(&at, size, index - self.first[place])
                put(
                    &at,
                    size,
                    (self.all_[index] - self.all_[self.first[place]])
                    / least_one(self.mass_of(place)),
                )
                around[index] = self.up[place]
            standing = around
        return 0

    cdef Floats told_of_containers(self) except NULL:
        """Return what is told of each container around a block, ``TOLD`` numbers each."""
        cdef Py_ssize_t place, places = self.places
        cdef int64_t family, first, end
        cdef double whole, mass, links, prose, count
        cdef double* siblings = self.zeros(places + 1)
        cdef double* family_mass = self.zeros(places + 1)
        cdef double* family_links = self.zeros(places + 1)
        cdef double* family_prose = self.zeros(places + 1)
        cdef double* family_head = self.zeros(places + 1)
        cdef float* told = <float*>self.zeros(TOLD * places)
        cdef float* at = told
        for place in range(places):
            family = self.family[place]
            siblings[family] += 1
            family_mass[family] += self.mass_of(place)
            family_links[family] += self.links_of(place)
            family_prose[family] += self.prose_of(place)
            family_head[family] += self.head_links(place)
        for place in range(places):
            family, first, end = self.family[place], self.first[place], self.end[place]
            mass, links, prose = self.mass_of(place), self.links_of(place), self.prose_of(place)
            whole, count = least_one(mass), least_one(end - first)
            put(&at, 1, count)
            put(&at, 1, links / whole)
            put(&at, 1, mass / count)
            put(&at, 1, self.least[place])
            put(&at, 1, self.most[place])
            put(&at, 1, mass / self.total)
            put(&at, 1, prose / self.total_prose)
            put(&at, 1, prose / whole)
            put(&at, 1, self.headings[end] - self.headings[first])
            put(&at, 1, self.paragraphs[end] - self.paragraphs[first])
            put(&at, 1, (self.digit_sums[end] - self.digit_sums[first]) / whole)
            put(&at, 1, self.head_links(place))
            put(&at, 1, siblings[family])
            put(&at, 1, family_links[family] / least_one(family_mass[family]))
            put(&at, 1, family_prose[family] / self.total_prose)
            put(&at, 1, family_mass[family] / siblings[family])
            put(&at, 1, family_head[family] / siblings[family])
        return told

    cdef inline double head_links(self, Py_ssize_t place) noexcept:
        """Return how much of a container's first block is link."""
        cdef int64_t first = self.first[place]
        return self.link_density[first] if first < self.size else 0

    cdef int64_t find_core(self, Floats worth) except -1:
        """Return the container that holds most of some worth; see ``surroundings.find_core``."""
        cdef Py_ssize_t index, best = 0
        cdef int64_t near
        cdef double* inner = self.zeros(self.places)
        cdef double* outer = self.zeros(self.places)
        for index in range(self.size):
            near = self.own[index]
            if self.end[near] - self.first[near] == 1:
                near = self.up[near]
            inner[near] += worth[index]
            outer[self.up[near]] += worth[index]
        for index in range(self.places):
            inner[index] += 0.5 * outer[index]
            if inner[index] > inner[best]:
                best = index
        return best

    cdef Floats faded(self) except NULL:
        """Return running text that counts the less the further it is below the headline."""
        cdef Py_ssize_t index
        cdef double distance
        if self.top < 0:
            return self.running
        cdef float* faded = <float*>self.zeros(self.size)
        for index in range(self.size):
            distance = self.all_[index] - self.all_[self.top]
            if distance >= 0:
                faded[index] = <float>(self.running[index] / (distance + FADING))
        return faded

    cdef Py_ssize_t climb(self, int64_t place, int64_t* chain) noexcept:
        """Fill in the containers from one outwards; return how many they are."""
        cdef Py_ssize_t count = 1
        chain[0] = place
        while count < CORE_DEPTH and self.up[chain[count - 1]] != chain[count - 1]:
            chain[count] = self.up[chain[count - 1]]
            count += 1
        return count

    cdef inline Py_ssize_t steps(
        self, Py_ssize_t index, Indexes chain, Py_ssize_t count
    ) noexcept:
        """Return how many containers outwards the one stands that holds a block as well."""
        cdef Py_ssize_t step = 0
        while step < count - 1 and not self.first[chain[step]] <= index < self.end[chain[step]]:
            step += 1
        return step

    cdef int add_core(self, int64_t core) except -1:
        """Add how far a block is from the core, in the tree and in reading order."""
        cdef Py_ssize_t index, step, size = self.size
        cdef int64_t chain[CORE_DEPTH]
        cdef Py_ssize_t count = self.climb(core, chain)
        cdef int64_t place, low = self.first[core], high = self.end[core], kin = self.main_kin(core)
        cdef double core_mass = self.mass_of(core), core_prose = self.prose_of(core)
        cdef double mass, prose, junk
        cdef int64_t offset
        cdef float* at
        cdef float* start = self.rows(10)
        for index in range(size):
            step = self.steps(index, chain, count)
            place = chain[step]
            mass, prose = self.mass_of(place), self.prose_of(place)
            offset, junk = 0, 0
            if index < low:
                offset = index - low
                junk = self.junk(low) - self.junk(index + 1)
            elif index >= high:
                offset = index - high + 1
                junk = self.junk(index) - self.junk(high)
            at = start + index
            put(&at, size, step)
            put(&at, size, prose / self.total_prose)
            put(&at, size, self.links_of(place) / least_one(mass))
            put(&at, size, (prose - core_prose) / least_one(core_prose))
            put(&at, size, (prose - core_prose) / least_one(mass - core_mass))
            put(&at, size, core_prose / self.total_prose)
            put(&at, size, offset)
            put(&at, size, junk)
            put(&at, size, self.depth[self.own[index]] - self.depth[place])
            put(&at, size, self.kin[self.own[index]] == kin)
        return 0

    cdef inline double junk(self, Py_ssize_t index) noexcept:
        """Return how much of the first blocks is no running text."""
        return self.all_[index] - self.prose[index]

    cdef int64_t main_kin(self, int64_t core) except -2:
        """Return the number that most of the core's blocks have, -1 for a core without any."""
        cdef Py_ssize_t index, best = 0
        cdef double* count = self.zeros(self.places + 1)
        if self.first[core] == self.end[core]:
            return -1
        for index in range(self.first[core], self.end[core]):
            count[self.kin[self.own[index]]] += 1
        for index in range(self.places + 1):
            if count[index] > count[best]:
                best = index
        return best

    cdef int add_best(self) except -1:
        """Add whether a block stands in the narrowest container that holds most of the text."""
        cdef Py_ssize_t index, place, best = 0, size = self.size
        cdef double score, highest = 0, prose
        cdef float depth
        cdef float* start = self.rows(2)
        for place in range(self.places):
            prose = self.prose_of(place)
            depth = self.depth[place] if self.depth[place] < 20 else 20
            score = prose / self.total_prose + <float>(<float>0.02 * depth)
            score -= 0.3 * self.links_of(place) / least_one(self.mass_of(place)) + (
                prose < 0.5 * self.total_prose
            )
            if place == 0 or score > highest:
                best, highest = place, score
        for index in range(size):
            start[index] = self.first[best] <= index < self.end[best]
            start[size + index] = self.depth[self.own[index]] - self.depth[best]
        return 0

    cdef int add_top(self) except -1:
        """Add how far a block is from the headline in the tree, and what holds both."""
        cdef Py_ssize_t index, step, count = 0, size = self.size
        cdef int64_t chain[CORE_DEPTH]
        cdef int64_t place
        cdef float* at
        cdef float* start = self.rows(5)
        if self.top < 0:
            for index in range(5 * size):
                start[index] = <float>NO_HEADLINE
            return 0
        count = self.climb(self.own[self.top], chain)
        for index in range(size):
            step = self.steps(index, chain, count)
            place = chain[step]
            at = start + index
            put(&at, size, step)
            put(&at, size, self.depth[self.own[index]] - self.depth[place])
            put(&at, size, self.mass_of(place) / self.total)
            put(&at, size, self.prose_of(place) / self.total_prose)
            put(&at, size, self.links_of(place) / least_one(self.mass_of(place)))
        return 0

    cdef int add_media(self) except -1:
        """Add the pictures and form fields a block in the containers around it."""
        cdef Py_ssize_t index, level, step, size = self.size
        cdef int64_t place
        cdef double count
        cdef float* start
        cdef double* media = self.zeros(size + 1)
        cdef double* controls = self.zeros(size + 1)
        for index in range(size):
            block = self.blocks[index]
            media[index + 1] = media[index] + <float>get(MEDIA, block)
            controls[index + 1] = controls[index] + <float>get(CONTROLS, block)
        for level in MEDIA_LEVELS:
            start = self.rows(2)
            for index in range(size):
                place = self.own[index]
                for step in range(level):
                    place = self.up[place]
                count = least_one(self.end[place] - self.first[place])
                start[index] = <float>((media[self.end[place]] - media[self.first[place]]) / count)
                start[size + index] = <float>(
                    (controls[self.end[place]] - controls[self.first[place]]) / count
                )
        return 0

    cdef int add_sections(self) except -1:
        """Add what stands between the last heading and the next one."""
        cdef Py_ssize_t index, size = self.size
        cdef int64_t first, end
        cdef double mass, prose
        cdef float* at
        cdef float* start = self.rows(6)
        for index in range(size):
            first, end = self.heading_before[index] + 1, self.heading_behind[index]
            mass = self.all_[end] - self.all_[first]
            prose = self.prose[end] - self.prose[first]
            at = start + index
            put(&at, size, end - first)
            put(&at, size, mass / least_one(end - first))
            put(&at, size, (self.links[end] - self.links[first]) / least_one(mass))
            put(&at, size, prose / least_one(mass))
            put(&at, size, prose / self.total_prose)
            put(&at, size, end - index)
        return 0

    cdef int add_place(self) except -1:
        """Add the title, and the place in reading order."""
        cdef Py_ssize_t index, size = self.size
        cdef int64_t top = self.top, heading
        cdef double before = self.prose[top if top > 0 else 0]
        cdef float* at
        cdef float* start = self.rows(10)
        for index in range(size):
            heading = self.heading_before[index]
            at = start + index
            put(&at, size, self.title[index])
            put(&at, size, index)
            put(&at, size, size - index)
            put(&at, size, self.all_[index] / self.total)
            put(&at, size, self.prose[index] / self.total_prose)
            put(&at, size, 1 - self.prose[index + 1] / self.total_prose)
            put(&at, size, index - top if top >= 0 else NO_HEADLINE)
            put(&at, size, (self.prose[index] - before) / self.total_prose)
            put(&at, size, index - heading)
            put(&at, size, self.tag[self.own[heading]] if heading >= 0 else 0)
        return 0

    cdef int add_copies(self) except -1:
        """Add whether a text stands more than once: menus and desktop copies do."""
        cdef Py_ssize_t index, size = self.size
        cdef int64_t wide, earlier, first, end
        cdef float* twice = self.rows(4)
        cdef float* later = twice + size
        cdef double* copied = self.zeros(size + 1)
        cdef double* again = self.zeros(size + 1)
        cdef dict seen = {}
        for index in range(size):
            earlier = seen.setdefault(get(TEXT, self.blocks[index]), index)
            twice[index] = later[index] = earlier != index
            if earlier != index:
                twice[earlier] = 1
        for index in range(size):
            copied[index + 1] = copied[index] + twice[index] * self.mass[index]
            again[index + 1] = again[index] + later[index] * self.mass[index]
        for index in range(size):
            wide = self.up[self.up[self.own[index]]]
            first, end = self.first[wide], self.end[wide]
            twice[2 * size + index] = <float>((copied[end] - copied[first]) / self.mass_of(wide))
            twice[3 * size + index] = <float>((again[end] - again[first]) / self.mass_of(wide))
        return 0

    cdef int add_neighbours(self) except -1:
        """Add features of the blocks around, and of windows of blocks."""
        cdef Py_ssize_t index, other, width, offset, low, high, size = self.size
        cdef double mass
        cdef float* at
        cdef float* start
        for offset in OFFSETS:
            start = self.rows(4)
            for index in range(size):
                other = index + offset
                at = start + index
                if 0 <= other < size:
                    put(&at, size, self.mass[other])
                    put(&at, size, self.link_density[other])
                    put(&at, size, self.tag[self.own[other]])
                    put(&at, size, self.path_sum[self.own[other]])
                else:
                    put(&at, size, -1)
                    put(&at, size, -1)
                    put(&at, size, -1)
                    put(&at, size, -1)
        for width in WINDOWS:
            start = self.rows(4)
            for index in range(size):
                low, high = max(index - width, 0), min(index + width + 1, size)
                mass = self.all_[high] - self.all_[low]
                at = start + index
                put(&at, size, (self.links[high] - self.links[low]) / mass)
                put(&at, size, (self.prose[high] - self.prose[low]) / self.total_prose)
                put(&at, size, (self.prose[index] - self.prose[low]) / self.total_prose)
                put(&at, size, (self.prose[high] - self.prose[index + 1]) / self.total_prose)
        return 0


cdef int whole_mark(block, tuple marks) except -1:
    """Return the code of an inline element that covers most of a block, 0 for none."""
    cdef double enough = len(get(RAW, block)) * WHOLE_SHARE
    cdef Py_ssize_t start, end
    cdef int found = 0
    for start, end, element in marks:
        if end - start >= enough:
            found = max(found, <int>WHOLE_MARKS.get(element.tag, 0))
    return found
