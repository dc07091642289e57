# A step of 19 million weights, predicted
#
# Draw scaling-out.png and scaling-out.svg again, in this folder:  gnuplot scaling-out.gnuplot
# It needs scaling-out.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 800,380 font 'DejaVu Sans,11'
    set output 'scaling-out.png'
    call 'scaling-out.gnuplot' 'page'
    set terminal svg noenhanced size 800,380 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'scaling-out.svg'
    call 'scaling-out.gnuplot' 'page'
    unset output
    exit
}

set multiplot title 'A step of 19 million weights, predicted' font ',14'

# Panel 1: Cores as fast as those measured
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,0.894736842
set title 'Cores as fast as those measured' font ',13' textcolor rgb '#333333'
set xlabel 'processes' textcolor rgb '#333333'
set ylabel 'efficiency' textcolor rgb '#333333'
set xrange [2:512]
set yrange [0:1.1]
set logscale x
set xtics ('2' 2, '' 3 1, '' 4 1, '5' 5, '' 6 1, '' 7 1, '' 8 1, '' 9 1, '10' 10, '20' 20, '' 30 1, '' 40 1, '50' 50, '' 60 1, '' 70 1, '' 80 1, '' 90 1, '100' 100, '200' 200, '' 300 1, '' 400 1, '500' 500)
set ytics 0.2 format '%.1f'
set key inside bottom right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'
plot \
    'scaling-out.dat' index 0 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title '1 Gbit/s', \
    'scaling-out.dat' index 1 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title '10 Gbit/s', \
    'scaling-out.dat' index 2 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#009e73' title '100 Gbit/s'

# Panel 2: Cores 16 times as fast
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,0.894736842
set title 'Cores 16 times as fast' font ',13' textcolor rgb '#333333'
set xlabel 'processes' textcolor rgb '#333333'
set ylabel 'efficiency' textcolor rgb '#333333'
set xrange [2:512]
set yrange [0:1.1]
set logscale x
set xtics ('2' 2, '' 3 1, '' 4 1, '5' 5, '' 6 1, '' 7 1, '' 8 1, '' 9 1, '10' 10, '20' 20, '' 30 1, '' 40 1, '50' 50, '' 60 1, '' 70 1, '' 80 1, '' 90 1, '100' 100, '200' 200, '' 300 1, '' 400 1, '500' 500)
set ytics 0.2 format '%.1f'
set key inside top right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'
plot \
    'scaling-out.dat' index 3 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title '1 Gbit/s', \
    'scaling-out.dat' index 4 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title '10 Gbit/s', \
    'scaling-out.dat' index 5 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#009e73' title '100 Gbit/s'
unset multiplot
