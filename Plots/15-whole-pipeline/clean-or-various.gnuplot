# 
#
# Draw clean-or-various.png and clean-or-various.svg again, in this folder:  gnuplot clean-or-various.gnuplot
# It needs clean-or-various.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 800,340 font 'DejaVu Sans,11'
    set output 'clean-or-various.png'
    call 'clean-or-various.gnuplot' 'page'
    set terminal svg noenhanced size 800,340 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'clean-or-various.svg'
    call 'clean-or-various.gnuplot' 'page'
    unset output
    exit
}

set multiplot

# Panel 1: Specks
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,1
set title 'Specks' font ',13' textcolor rgb '#333333'
set xlabel 'deviation of the codes' textcolor rgb '#333333'
set ylabel 'pixels off the figure, %' textcolor rgb '#333333'
set xrange [0.25:1.5]
set yrange [0:0.144932148]
set xtics 0.5 format '%.1f'
set ytics 0.05 format '%.2f'
unset key
plot \
    'clean-or-various.dat' index 0 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'specks'

# Panel 2: Variety
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,1
set title 'Variety' font ',13' textcolor rgb '#333333'
set xlabel 'deviation of the codes' textcolor rgb '#333333'
set ylabel 'deviation between samples' textcolor rgb '#333333'
set xrange [0.25:1.5]
set yrange [0.0669681901:0.181951385]
set xtics 0.5 format '%.1f'
set ytics 0.02 format '%.2f'
unset key
plot \
    'clean-or-various.dat' index 1 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'variety'
unset multiplot
