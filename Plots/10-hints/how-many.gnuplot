# 
#
# Draw how-many.png and how-many.svg again, in this folder:  gnuplot how-many.gnuplot
# It needs how-many.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 800,340 font 'DejaVu Sans,11'
    set output 'how-many.png'
    call 'how-many.gnuplot' 'page'
    set terminal svg noenhanced size 800,340 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'how-many.svg'
    call 'how-many.gnuplot' 'page'
    unset output
    exit
}

set multiplot

# Panel 1: 
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,1
set title '' font ',13' textcolor rgb '#333333'
set xlabel 'hints in a picture' textcolor rgb '#333333'
set ylabel 'PSNR, dB' textcolor rgb '#333333'
set xrange [0.5:64]
set yrange [11.7778752:17.177531]
set logscale x
set xtics ('0' 0.5, '1' 1, '2' 2, '4' 4, '8' 8, '16' 16, '32' 32, '64' 64) scale 0
set ytics 1 format '%.0f'
set grid noxtics
set key inside top left Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'
plot \
    'how-many.dat' index 0 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'dots', \
    'how-many.dat' index 1 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'running paint'

# Panel 2: 
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,1
set title '' font ',13' textcolor rgb '#333333'
set xlabel 'hints in a picture' textcolor rgb '#333333'
set ylabel 'error in hinted areas' textcolor rgb '#333333'
set xrange [1:64]
set yrange [0.0524934578:0.280291195]
set logscale x
set arrow from graph 0, first 0.08 to graph 1, first 0.08 nohead dashtype (14,9) linewidth 1.4 linecolor rgb '#888888'
set label '0.08' at graph 0.9012, graph 0.1634 left font ',9' textcolor rgb '#333333' front
set xtics ('1' 1, '2' 2, '4' 4, '8' 8, '16' 16, '32' 32, '64' 64) scale 0
set ytics 0.05 format '%.2f'
set grid noxtics
set key inside top right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'
plot \
    'how-many.dat' index 2 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'dots', \
    'how-many.dat' index 3 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'running paint'
unset multiplot
