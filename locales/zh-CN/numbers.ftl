language-name = 简体中文

number-decimal-separator = .
number-group-separator = ,
number-groups = 3
number-group-minimum = 1
number-digits = 0123456789
number-percent = { $number }%
unit-bytes = { $number } B
unit-kilobytes = { $number } kB
unit-megabytes = { $number } MB
unit-gigabytes = { $number } GB
unit-seconds = { $number }秒
unit-minutes = { $number }分钟
unit-hours = { $number }小时

list-separator = 、
