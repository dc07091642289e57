# 
#
# Draw leak.png and leak.svg again, in this folder:  gnuplot leak.gnuplot
# It needs leak.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 860,400 font 'DejaVu Sans,11'
    set output 'leak.png'
    call 'leak.gnuplot' 'page'
    set terminal svg noenhanced size 860,400 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'leak.svg'
    call 'leak.gnuplot' 'page'
    unset output
    exit
}

set multiplot

# Panel 1: Extracted lines tell the hair's brightness
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,1
set title 'Extracted lines tell the hair'."'".'s brightness' font ',13' textcolor rgb '#333333'
set xlabel 'lightness of the hair, 0…1' textcolor rgb '#333333'
set ylabel 'ink of its lines, 0…1' textcolor rgb '#333333'
set xrange [0:1]
set yrange [0:1]
set xtics 0.5 format '%.1f'
set ytics 0.2 format '%.1f'
unset key
plot \
    'leak.dat' index 0 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19d55e00' notitle

# Panel 2: True lines do not
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,1
set title 'True lines do not' font ',13' textcolor rgb '#333333'
set xlabel 'lightness of the hair, 0…1' textcolor rgb '#333333'
set ylabel 'ink of its lines, 0…1' textcolor rgb '#333333'
set xrange [0:1]
set yrange [0:1]
set xtics 0.5 format '%.1f'
set ytics 0.2 format '%.1f'
unset key
plot \
    'leak.dat' index 1 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' notitle
unset multiplot
