# cython: language_level=3, boundscheck=False, wraparound=False
"""The count of ``function_words.py`` for a compiler: words are looked up where they stand.

A text's words are hashed as they are passed over, and compared with those of the table; objects
are made for the few that hold a sign. Safety: a text cannot change, and the caller holds it.
"""

from cpython.mem cimport PyMem_Calloc, PyMem_Free
from cpython.unicode cimport (
    Py_UNICODE_ISALPHA,
    Py_UNICODE_ISSPACE,
    PyUnicode_DATA,
    PyUnicode_KIND,
    PyUnicode_READ,
)

from scraper.parsers import function_words

include "scraper/native/source.pxi"

cdef enum:
    ASCII = 128

# For each character of ASCII what it is in a text: a letter, a blank, a mark around words.
cdef enum:
    LETTER = 1
    SPACE = 2
    AROUND = 4
cdef unsigned char KINDS[ASCII]
cdef str AROUND_WORDS = function_words.AROUND_WORDS


cdef void fill() except *:
    cdef int place
    cdef Py_UCS4 sign
    for place in range(ASCII):
        sign = <Py_UCS4>place
        KINDS[place] = (
            (LETTER if Py_UNICODE_ISALPHA(sign) else 0)
            | (SPACE if Py_UNICODE_ISSPACE(sign) else 0)
            | (AROUND if sign in AROUND_WORDS else 0)
        )


fill()


cdef inline unsigned char kind_of(Py_UCS4 sign) noexcept:
    if <unsigned int>sign < ASCII:
        return KINDS[<unsigned int>sign]
    if Py_UNICODE_ISALPHA(sign):
        return LETTER
    if Py_UNICODE_ISSPACE(sign):
        return SPACE
    return AROUND if sign in AROUND_WORDS else 0


cdef inline unsigned int mixed(unsigned int hashed, unsigned int letter) noexcept:
    """Return the hash of a word that goes on with a letter."""
    return (hashed ^ letter) * <unsigned int>16777619


cdef struct Text:
    int kind
    void* data


cdef class Count:
    """How often a text has each word of a table, by number, and which it has, in order.

    Each text has its own: while a word with a sign is looked at, another thread may run.
    """

    cdef Py_ssize_t known
    cdef int* times
    cdef int* order

    def __cinit__(self, Py_ssize_t words):
        self.times = <int*>PyMem_Calloc(words + 1, sizeof(int))
        self.order = <int*>PyMem_Calloc(words + 1, sizeof(int))
        if not (self.times and self.order):
            raise MemoryError

    def __dealloc__(self):
        PyMem_Free(self.times)
        PyMem_Free(self.order)

    cdef void note(self, int number) noexcept:
        """Count a word of the table; 0 is none."""
        if number:
            if self.times[number] == 0:
                self.order[self.known] = number
                self.known += 1
            self.times[number] += 1


cdef class FunctionWords:
    """The function words of some languages."""

    cdef object pure
    cdef list words, languages
    cdef Py_ssize_t room
    # Places of the table: number of a word, from 1, and its hash.
    cdef int* numbers
    cdef unsigned int* hashes
    # Where the users of each word begin among all, and each user's number and weight.
    cdef int* firsts
    cdef int* users
    cdef double* weights

    def __cinit__(self, users):
        cdef int number, at = 0
        self.pure = function_words.FunctionWords(users)
        self.words = list(users)
        self.languages = sorted({one for word in users for one, _ in users[word]})
        self.room = 16
        while self.room < 2 * len(self.words):
            self.room *= 2
        self.numbers = <int*>PyMem_Calloc(self.room, sizeof(int))
        self.hashes = <unsigned int*>PyMem_Calloc(self.room, sizeof(int))
        self.firsts = <int*>PyMem_Calloc(len(self.words) + 2, sizeof(int))
        uses = sum(map(len, users.values()))
        self.users = <int*>PyMem_Calloc(uses + 1, sizeof(int))
        self.weights = <double*>PyMem_Calloc(uses + 1, sizeof(double))
        if not (self.numbers and self.hashes and self.firsts and self.users and self.weights):
            raise MemoryError
        for number, word in enumerate(self.words, start=1):
            self.put(word, number)
            self.firsts[number] = at
            for language, weight in users[word]:
                self.users[at] = self.languages.index(language)
                self.weights[at] = weight
                at += 1
        self.firsts[len(self.words) + 1] = at

    def __dealloc__(self):
        PyMem_Free(self.numbers)
        PyMem_Free(self.hashes)
        PyMem_Free(self.firsts)
        PyMem_Free(self.users)
        PyMem_Free(self.weights)

    cdef int put(self, str word, int number) except -1:
        cdef unsigned int hashed = 0
        cdef Py_UCS4 letter
        cdef Py_ssize_t place
        for letter in word:
            hashed = mixed(hashed, <unsigned int>letter)
        place = hashed & (self.room - 1)
        while self.numbers[place]:
            place = (place + 1) & (self.room - 1)
        self.numbers[place], self.hashes[place] = number, hashed
        return 0

    cdef int number_of(
        self, Text* text, Py_ssize_t start, Py_ssize_t end, unsigned int hashed
    ) except -1:
        """Return the number of the word that stands between two places, 0 for none."""
        cdef Py_ssize_t place = hashed & (self.room - 1)
        while self.numbers[place]:
            if self.hashes[place] == hashed and is_word(
                <str>self.words[self.numbers[place] - 1], text, start, end
            ):
                return self.numbers[place]
            place = (place + 1) & (self.room - 1)
        return 0

    def weigh(self, str text not None):
        """Return how many words a text has, and the weight of its function words by language."""
        cdef Text whole
        cdef Py_ssize_t place = 0, size = len(text), start
        cdef Py_ssize_t total = 0
        cdef Count count = Count(len(self.words))
        cdef unsigned int hashed
        cdef unsigned char kind
        cdef bint is_plain
        cdef Py_UCS4 letter
        whole.kind, whole.data = PyUnicode_KIND(text), PyUnicode_DATA(text)
        while place < size:
            start, hashed, is_plain = place, 0, True
            while place < size:
                letter = PyUnicode_READ(whole.kind, whole.data, place)
                kind = kind_of(letter)
                if kind == SPACE:
                    break
                is_plain = is_plain and kind == LETTER
                hashed = mixed(hashed, <unsigned int>letter)
                place += 1
            if place > start:
                total += self.take(text, &whole, start, place, hashed, is_plain, count)
            place += 1
        return total, self.summed(count)

    cdef Py_ssize_t take(
        self, str text, Text* whole, Py_ssize_t start, Py_ssize_t end, unsigned int hashed,
        bint is_plain, Count count
    ) except -1:
        """Count what stands between two blanks; return how many words it is."""
        cdef Py_UCS4 letter
        cdef Py_ssize_t place
        cdef str word
        cdef int number = self.number_of(whole, start, end, hashed)
        if number or is_plain:
            count.note(number)
            return 1
        while start < end and kind_of(PyUnicode_READ(whole.kind, whole.data, start)) == AROUND:
            start += 1
        while start < end and kind_of(PyUnicode_READ(whole.kind, whole.data, end - 1)) == AROUND:
            end -= 1
        if start == end:
            return 0
        hashed, is_plain = 0, True
        for place in range(start, end):
            letter = PyUnicode_READ(whole.kind, whole.data, place)
            is_plain = is_plain and kind_of(letter) == LETTER
            hashed = mixed(hashed, <unsigned int>letter)
        if is_plain:
            count.note(self.number_of(whole, start, end, hashed))
            return 1
        found = function_words.WORD.findall(text[start:end])
        for word in found:
            count.note(self.number_of_word(word))
        return len(found)

    cdef int number_of_word(self, str word) except -1:
        cdef Text whole
        cdef unsigned int hashed = 0
        cdef Py_UCS4 letter
        whole.kind, whole.data = PyUnicode_KIND(word), PyUnicode_DATA(word)
        for letter in word:
            hashed = mixed(hashed, <unsigned int>letter)
        return self.number_of(&whole, 0, len(word), hashed)

    cdef dict summed(self, Count count):
        """Return the weights of the words that were counted, summed up in the order they were met."""
        cdef Py_ssize_t place
        cdef int number, at
        cdef list sums = [0.0] * len(self.languages)
        for place in range(count.known):
            number = count.order[place]
            for at in range(self.firsts[number], self.firsts[number + 1]):
                sums[self.users[at]] += self.weights[at] * count.times[number]
        return {
            language: weight
            for language, weight in zip(self.languages, sums)
            if weight
        }

    def weigh_counted(self, times):
        """Return the weight of words, each with how often it stands in a text, by language."""
        return self.pure.weigh_counted(times)


cdef bint is_word(str word, Text* text, Py_ssize_t start, Py_ssize_t end) except -1:
    """Return whether a word stands between two places of a text."""
    cdef int kind = PyUnicode_KIND(word)
    cdef void* data = PyUnicode_DATA(word)
    cdef Py_ssize_t place
    if len(word) != end - start:
        return False
    for place in range(end - start):
        if PyUnicode_READ(kind, data, place) != PyUnicode_READ(text.kind, text.data, start + place):
            return False
    return True
