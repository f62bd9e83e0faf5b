language-name = Norsk bokmål

number-decimal-separator = ,
number-group-separator = { "\u00A0" }
number-groups = 3
number-group-minimum = 1
number-digits = 0123456789
number-percent = { $number }{ "\u00A0" }%
unit-bytes = { $number } B
unit-kilobytes = { $number } kB
unit-megabytes = { $number } MB
unit-gigabytes = { $number } GB
unit-seconds = { $number } sek
unit-minutes = { $number } min
unit-hours = { $number } t

list-separator = { ", " }
