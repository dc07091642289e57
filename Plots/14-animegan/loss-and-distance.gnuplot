# 
#
# Draw loss-and-distance.png and loss-and-distance.svg again, in this folder:  gnuplot loss-and-distance.gnuplot
# It needs loss-and-distance.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 800,340 font 'DejaVu Sans,11'
    set output 'loss-and-distance.png'
    call 'loss-and-distance.gnuplot' 'page'
    set terminal svg noenhanced size 800,340 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'loss-and-distance.svg'
    call 'loss-and-distance.gnuplot' 'page'
    unset output
    exit
}

set multiplot

# Panel 1: The discriminator's loss
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,1
set title 'The discriminator'."'".'s loss' font ',13' textcolor rgb '#333333'
set xlabel 'round' textcolor rgb '#333333'
set ylabel 'loss / 300' textcolor rgb '#333333'
set xrange [1:300]
set yrange [0:1.5]
set arrow from graph 0, first 0.677419355 to graph 1, first 0.677419355 nohead dashtype (14,9) linewidth 1.4 linecolor rgb '#888888'
set xtics 100 format '%.0f'
set ytics 0.5 format '%.1f'
set key inside top right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'
plot \
    'loss-and-distance.dat' index 0 using 1:2 with lines linewidth 1.2 dashtype 1 linecolor rgb '#b2d55e00' notitle, \
    'loss-and-distance.dat' index 1 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'all terms, running mean', \
    'loss-and-distance.dat' index 2 using 1:2 with lines linewidth 1.2 dashtype 1 linecolor rgb '#b20072b2' notitle, \
    'loss-and-distance.dat' index 3 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'generated, running mean', \
    keyentry with lines dashtype (14,9) linewidth 1.4 linecolor rgb '#888888' title 'one answer to all'

# Panel 2: The distance from the drawings
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,1
set title 'The distance from the drawings' font ',13' textcolor rgb '#333333'
set xlabel 'round' textcolor rgb '#333333'
set ylabel 'distance' textcolor rgb '#333333'
set xrange [-15:315]
set yrange [0.166724475:0.187100404]
set arrow from graph 0, first 0.186008837 to graph 1, first 0.186008837 nohead dashtype (14,9) linewidth 1.4 linecolor rgb '#888888'
set label 'at the start' at graph 0.7536, graph 0.9038 left font ',9' textcolor rgb '#333333' front
set xtics 100 format '%.0f'
set ytics 0.005 format '%.3f'
unset key
plot \
    'loss-and-distance.dat' index 4 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#009e73' notitle, \
    'loss-and-distance.dat' index 5 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19009e73' notitle
unset multiplot
