"""Numbers of lists as a program prints them: "๑", "ก", "iv"."""

THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
# The consonants that Word and LibreOffice count with: without ฃ, ฅ and ฆ.
_THAI_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_LATIN_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST_ROMAN = 4000
_MOST_REPEATED = 10


def decimal(number: int) -> str:
    """Return "12"."""
    return str(number)


def padded(number: int) -> str:
    """Return "02", "12"."""
    return f"{number:02d}"


def thai(number: int) -> str:
    """Return "๑๒"."""
    return str(number).translate(THAI_DIGITS)


def thai_letter(number: int) -> str:
    """Return "ก" for 1; behind the last letter each comes twice."""
    return _repeated(number, _THAI_LETTERS)


def letter(number: int) -> str:
    """Return "a" for 1 and "aa" for 27."""
    return _repeated(number, _LATIN_LETTERS)


def capital(number: int) -> str:
    """Return "A" for 1."""
    return letter(number).upper()


def roman(number: int) -> str:
    """Return "iv" for 4; digits where the Romans had none."""
    if not 0 < number < _MOST_ROMAN:
        return str(number)
    found = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        found += sign * count
    return found


def capital_roman(number: int) -> str:
    """Return "IV" for 4."""
    return roman(number).upper()


def _repeated(number: int, letters: str) -> str:
    times, at = divmod(number - 1, len(letters))
    if not 0 <= times < _MOST_REPEATED:
        return str(number)
    return letters[at] * (times + 1)
